package io.github.remanence.fit;

import io.github.remanence.fit.curves.Measurements;
import io.github.remanence.fit.curves.Polarity;
import io.github.remanence.kernel.device.DeviceModel;
import java.util.List;
import java.util.stream.DoubleStream;
import org.hipparchus.linear.RealVector;

/**
 * The trains of one polarity in one field: what was measured, what was fitted, and what the device
 * does there.
 *
 * @param field its magnitude
 * @param polarity of the pulses
 * @param linearisation s of the field law there
 * @param pulses numbers of pulses with a value, rising
 * @param measured the mean of the values at each
 * @param counts how many values it is the mean of
 * @param fitted what the fit in this field alone predicts; of a tabulated device, the table
 * @param device what the device does, which follows the field law
 * @param law the ends of its window and its bend
 * @param estimates the same from this field alone, with the numbers of the response between them:
 *     start, end, numbers, bend; none for a tabulated device
 * @param errors where their standard errors come from, in words
 */
public record FittedTrain(
    double field,
    Polarity polarity,
    double linearisation,
    List<Double> pulses,
    List<Double> measured,
    List<Double> counts,
    List<Double> fitted,
    List<Double> device,
    TrainEnds law,
    List<Estimate> estimates,
    String errors) {

  static FittedTrain of(TrainFit train, Measurements measured, DeviceModel model, FieldLaw law) {
    MeanCurve curve = MeanCurve.measured(measured.of(train.polarity(), train.field()));
    TrainOfDevice device = TrainOfDevice.of(model, train.field(), train.polarity());
    return new FittedTrain(
        train.field(),
        train.polarity(),
        law.linearisation().at(train.field()),
        curve.pulses(),
        list(curve.values()),
        list(curve.counts()),
        list(train.fit().at(curve.pulses())),
        list(device.after(curve.pulses())),
        device.ends(train.fit().pulses()),
        train.estimates(),
        train.errorsFrom().words);
  }

  /** Of a table, which counts pulses from the first that was measured. */
  static FittedTrain of(
      MonotoneCurve table, Measurements measured, DeviceModel model, FieldLaw law) {
    MeanCurve curve = MeanCurve.measured(measured.of(table.polarity(), table.field()));
    List<Double> pulses = curve.pulses().stream().map(n -> n - curve.pulses().getFirst()).toList();
    TrainOfDevice device = TrainOfDevice.of(model, table.field(), table.polarity());
    return new FittedTrain(
        table.field(),
        table.polarity(),
        law.linearisation().at(table.field()),
        curve.pulses(),
        list(curve.values()),
        list(curve.counts()),
        list(table.after(pulses)),
        list(device.after(pulses)),
        device.ends(table.pulses()),
        List.of(),
        "");
  }

  /** The estimates, without a bend that says the same as the nonlinearity. */
  public List<Estimate> shown() {
    boolean twice = estimates.stream().anyMatch(e -> e.name().equals("nonlinearity"));
    return estimates.stream().filter(e -> !(twice && e.name().equals("bend"))).toList();
  }

  private static List<Double> list(RealVector vector) {
    return DoubleStream.of(vector.toArray()).boxed().toList();
  }
}
