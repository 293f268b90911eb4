package io.github.remanence.fit;

import io.github.remanence.fit.curves.Polarity;
import io.github.remanence.kernel.device.DeviceCurve;
import io.github.remanence.kernel.device.DeviceModel;
import io.github.remanence.kernel.device.Ranged;
import io.github.remanence.kernel.device.Response;
import io.github.remanence.kernel.field.FieldState;
import java.util.List;
import org.hipparchus.linear.RealVector;

/**
 * What pulses of one polarity do to a device in a field, from where they start.
 *
 * @param start the conductance there
 * @param end the conductance where they end
 * @param response between them
 */
record TrainOfDevice(double start, double end, Response response) {

  static TrainOfDevice of(DeviceModel model, double field, Polarity polarity) {
    DeviceCurve curve = model.curveIn(FieldState.at(field));
    return polarity == Polarity.POTENTIATION
        ? of(curve.minConductance(), curve.maxConductance(), curve.potentiation())
        : of(curve.maxConductance(), curve.minConductance(), curve.depression());
  }

  private static TrainOfDevice of(double start, double end, Response response) {
    double way = end - start;
    return response instanceof Ranged(Response inner, double from, double to)
        ? new TrainOfDevice(start + from * way, start + to * way, inner)
        : new TrainOfDevice(start, end, response);
  }

  RealVector after(List<Double> pulses) {
    return Progress.ofDevice(response, pulses).mapMultiply(end - start).mapAdd(start);
  }

  TrainEnds ends(double pulses) {
    return new TrainEnds(start, end, Bend.of(response, pulses));
  }
}
