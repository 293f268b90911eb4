package io.github.remanence.fit;

import io.github.remanence.kernel.device.DeviceCurve;
import io.github.remanence.kernel.device.DeviceModel;
import io.github.remanence.kernel.device.Ranged;
import io.github.remanence.kernel.device.Response;
import io.github.remanence.kernel.field.FieldState;
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
 * @param fitted what the fit in this field alone predicts
 * @param device what the device predicts, which follows the field law
 * @param estimates the ends of the window, the numbers of the response, and the bend, from this
 *     field alone; none for a tabulated device
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
    List<Estimate> estimates,
    String errors) {

  static FittedTrain of(TrainFit train, Measurements measured, DeviceModel model, FieldLaw law) {
    MeanCurve curve = MeanCurve.measured(measured.of(train.polarity(), train.field()));
    return new FittedTrain(
        train.field(),
        train.polarity(),
        law.linearisation().at(train.field()),
        curve.pulses(),
        list(curve.values()),
        list(curve.counts()),
        list(train.fit().at(curve.pulses())),
        list(of(model, train.field(), train.polarity(), curve.pulses())),
        train.estimates(),
        train.errorsFrom().words);
  }

  /** Of a curve that was not fitted but read as a table. */
  static FittedTrain of(
      double field,
      Polarity polarity,
      MeanCurve curve,
      List<Double> pulses,
      RealVector table,
      DeviceModel model,
      FieldLaw law) {
    return new FittedTrain(
        field,
        polarity,
        law.linearisation().at(field),
        curve.pulses(),
        list(curve.values()),
        list(curve.counts()),
        list(table),
        list(of(model, field, polarity, pulses)),
        List.of(),
        "");
  }

  /** The conductance of a device over a train from the start of its window. */
  static RealVector of(DeviceModel model, double field, Polarity polarity, List<Double> pulses) {
    DeviceCurve curve = model.curveIn(FieldState.at(field));
    return polarity == Polarity.POTENTIATION
        ? start(curve.potentiation(), pulses)
            .mapMultiply(curve.range())
            .mapAdd(curve.minConductance())
        : start(curve.depression(), pulses)
            .mapMultiply(-curve.range())
            .mapAdd(curve.maxConductance());
  }

  /** A range starts where its polarity starts. */
  private static RealVector start(Response response, List<Double> pulses) {
    return response instanceof Ranged(Response inner, double from, double to)
        ? Progress.after(inner, pulses).mapMultiply(to - from).mapAdd(from)
        : Progress.after(response, pulses);
  }

  private static List<Double> list(RealVector vector) {
    return DoubleStream.of(vector.toArray()).boxed().toList();
  }
}
