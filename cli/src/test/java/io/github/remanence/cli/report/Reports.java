package io.github.remanence.cli.report;

import io.github.remanence.fit.DeviceFit;
import io.github.remanence.fit.MeasuredCurve;
import io.github.remanence.fit.Measurements;
import io.github.remanence.fit.Polarity;
import io.github.remanence.kernel.UpdateKernel;
import io.github.remanence.kernel.device.DeviceCurve;
import io.github.remanence.kernel.device.DeviceModel;
import io.github.remanence.kernel.device.Exponential;
import io.github.remanence.kernel.device.Presets;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reports to test with: real responses, and updates that nobody measured. */
public final class Reports {

  private Reports() {}

  /** The published device in three fields, with errors of a third of the bound. */
  public static Report good() {
    return of(Presets.bernard2025(), 0.33);
  }

  /** The same with another largest error. */
  public static Report withWorstShare(double share) {
    return of(Presets.bernard2025(), share);
  }

  /** The published device under another name. */
  static Report ofDeviceNamed(String name) {
    DeviceModel model = Presets.bernard2025();
    return of(
        new DeviceModel(
            name,
            model.source(),
            model.unit(),
            model.zeroField(),
            model.saturated(),
            model.linearisation(),
            model.retention()),
        0.33);
  }

  /** The published device, with so many pulses from end to end of its window. */
  static DeviceModel withPulses(double pulses) {
    DeviceModel model = Presets.bernard2025();
    return new DeviceModel(
        model.name(),
        model.source(),
        model.unit(),
        withPulses(model.zeroField(), pulses),
        withPulses(model.saturated(), pulses),
        model.linearisation(),
        model.retention());
  }

  private static DeviceCurve withPulses(DeviceCurve curve, double pulses) {
    return new DeviceCurve(
        curve.minConductance(),
        curve.maxConductance(),
        new Exponential(((Exponential) curve.potentiation()).nonlinearity(), pulses),
        new Exponential(((Exponential) curve.depression()).nonlinearity(), pulses));
  }

  /** The main job of a device, on the calling thread. */
  static MainJob job(DeviceModel model) {
    return new MainJob(UpdateKernel.fastest(), 1, model);
  }

  private static Report of(DeviceModel model, double worstShare) {
    MainJob job = job(model);
    List<FieldResponse> fields = DoubleStream.of(0, 0.5, 1).mapToObj(job::response).toList();
    List<UpdateResult> updates =
        fields.stream()
            .flatMap(
                field ->
                    Stream.of("uniform", "int8")
                        .map(pulses -> update(field.field(), pulses, worstShare)))
            .toList();
    return Report.of(job, "remanence run --device '" + model.name() + "'", "test", fields, updates);
  }

  private static UpdateResult update(double field, String pulses, double worstShare) {
    return new UpdateResult(
        256, 256, field, pulses, "vector", 0.1, 0.09, 0.11, 80, 100, 0.8, 0.7, worstShare, 131072);
  }

  /** A tabulated device of a few points in two fields, which is made at once. */
  static FitReport ofFitNamed(String name) {
    Measurements measured =
        new Measurements("T", "S", List.of(curve(0, 4, 2, 1), curve(1, 5, 4, 3)));
    DeviceFit fit = DeviceFit.tabulated(measured, name, "tests");
    return FitReport.of(fit, measured, name, "remanence fit", "1");
  }

  private static MeasuredCurve curve(double field, double... values) {
    return new MeasuredCurve(
        field,
        Polarity.DEPRESSION,
        "",
        "",
        IntStream.range(0, values.length)
            .mapToObj(i -> new MeasuredCurve.Point(i, values[i]))
            .toList());
  }
}
