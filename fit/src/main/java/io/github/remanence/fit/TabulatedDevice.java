package io.github.remanence.fit;

import io.github.remanence.fit.curves.Measurements;
import io.github.remanence.fit.curves.Polarity;
import io.github.remanence.kernel.device.DeviceCurve;
import io.github.remanence.kernel.device.DeviceModel;
import io.github.remanence.kernel.device.Ranged;
import io.github.remanence.kernel.device.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A device that is its measured curves, without a fit: the tables of the weakest and of the
 * strongest field, and between them the field law.
 */
final class TabulatedDevice {

  /** Of the range: windows of the two polarities that differ by less are one. */
  private static final double NEGLIGIBLE = 0.01;

  private final List<MonotoneCurve> up;
  private final List<MonotoneCurve> down;
  private final FieldLaw law;

  private TabulatedDevice(List<MonotoneCurve> up, List<MonotoneCurve> down) {
    this.up = up;
    this.down = down;
    this.law = FieldLaw.of(points(down), points(up));
  }

  static DeviceFit of(Measurements measured, String name, String source) {
    TabulatedDevice device =
        new TabulatedDevice(
            curves(measured, Polarity.POTENTIATION), curves(measured, Polarity.DEPRESSION));
    DeviceModel model = device.model(name, source, measured.valueUnit());
    List<FittedTrain> trains =
        Stream.concat(device.up.stream(), device.down.stream())
            .map(curve -> FittedTrain.of(curve, measured, model, device.law))
            .toList();
    return new DeviceFit(model, List.of(), trains, device.law, Scatter.NONE, device.notes(trains));
  }

  private static List<MonotoneCurve> curves(Measurements measured, Polarity polarity) {
    return measured.fields().stream()
        .filter(h -> !measured.of(polarity, h).isEmpty())
        .map(h -> MonotoneCurve.of(h, polarity, measured.of(polarity, h)))
        .toList();
  }

  private static List<FieldPoint> points(List<MonotoneCurve> curves) {
    return curves.stream().map(MonotoneCurve::fieldPoint).toList();
  }

  private DeviceModel model(String name, String source, String unit) {
    if (!law.changes()) {
      return DeviceModel.of(name, source, unit, curve(first(up), first(down)));
    }
    return new DeviceModel(
        name,
        source,
        unit,
        curve(ends(up).getFirst(), ends(down).getFirst()),
        curve(ends(up).getLast(), ends(down).getLast()),
        law.linearisation(),
        /* retention= */ 0);
  }

  private static List<MonotoneCurve> first(List<MonotoneCurve> curves) {
    return curves.isEmpty() ? List.of() : List.of(curves.getFirst());
  }

  /** The curves at the ends of the law, over the same pulses, so that there are curves between. */
  private static List<List<MonotoneCurve>> ends(List<MonotoneCurve> curves) {
    if (curves.isEmpty()) {
      return List.of(List.of(), List.of());
    }
    MonotoneCurve weak = curves.getFirst();
    MonotoneCurve strong = curves.getLast();
    return List.of(
        List.of(weak.cutAndSampledLike(strong)), List.of(strong.cutAndSampledLike(weak)));
  }

  /** Each list has one curve, or none where a polarity was not measured. */
  private static DeviceCurve curve(List<MonotoneCurve> up, List<MonotoneCurve> down) {
    MonotoneCurve rise = up.isEmpty() ? down.getFirst() : up.getFirst();
    MonotoneCurve fall = down.isEmpty() ? up.getFirst() : down.getFirst();
    double low = Math.min(lowest(rise), lowest(fall));
    double high = Math.max(highest(rise), highest(fall));
    double most =
        Math.max(Math.abs(lowest(rise) - lowest(fall)), Math.abs(highest(rise) - highest(fall)));
    if (most <= NEGLIGIBLE * (high - low)) {
      return new DeviceCurve(
          (lowest(rise) + lowest(fall)) / 2,
          (highest(rise) + highest(fall)) / 2,
          rise.table(),
          fall.table());
    }
    return new DeviceCurve(
        low,
        high,
        ranged(rise.table(), lowest(rise) - low, highest(rise) - low, high - low),
        ranged(fall.table(), high - highest(fall), high - lowest(fall), high - low));
  }

  private static double lowest(MonotoneCurve curve) {
    return Math.min(curve.start(), curve.end());
  }

  private static double highest(MonotoneCurve curve) {
    return Math.max(curve.start(), curve.end());
  }

  private static Response ranged(Response response, double from, double to, double range) {
    return new Ranged(response, Math.clamp(from / range, 0, 1), Math.clamp(to / range, 0, 1));
  }

  private List<String> notes(List<FittedTrain> trains) {
    List<String> notes = new ArrayList<>();
    notes.add("Without a fit: the device is the measured mean, made monotone.");
    notes.addAll(FitNotes.ofField(trains, law));
    return notes;
  }
}
