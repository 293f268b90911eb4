package io.github.remanence.fit;

import io.github.remanence.fit.curves.MeasuredCurve;
import io.github.remanence.fit.curves.Measurements;
import io.github.remanence.fit.curves.Polarity;
import io.github.remanence.kernel.device.DeviceCurve;
import io.github.remanence.kernel.device.DeviceModel;
import io.github.remanence.kernel.device.Ranged;
import io.github.remanence.kernel.device.Response;
import io.github.remanence.kernel.field.FieldState;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Trains of a device that is known, pulse by pulse, with noise. The arithmetic is a response's own:
 * no fit has a part in it.
 */
final class Synthetic {

  private final Random random;
  private double reading;
  private double perStep;
  private double perRange;
  private double spread;
  private int devices = 1;
  private int cycles = 1;

  Synthetic(long seed) {
    random = new Random(seed);
  }

  /** Standard deviation of a reading, in units of the range. */
  Synthetic reading(double sigma) {
    reading = sigma;
    return this;
  }

  /** Noise of a pulse, in units of its step. */
  Synthetic perStep(double sigma) {
    perStep = sigma;
    return this;
  }

  /** Noise of a pulse, in units of the range. */
  Synthetic perRange(double sigma) {
    perRange = sigma;
    return this;
  }

  /** Devices, each with its factor |N(1, sigma)| on the number of pulses, and cycles of each. */
  Synthetic devices(int count, int cyclesOfEach, double sigma) {
    devices = count;
    cycles = cyclesOfEach;
    spread = sigma;
    return this;
  }

  /** Trains of whole pulses in each field, both polarities. */
  Measurements of(DeviceModel model, int pulses, double... fields) {
    double[] factors = new double[devices];
    for (int device = 0; device < devices; device++) {
      factors[device] = Math.abs(1 + spread * random.nextGaussian());
    }
    List<MeasuredCurve> curves = new ArrayList<>();
    for (double field : fields) {
      DeviceCurve curve = model.curveIn(FieldState.at(field));
      for (int device = 0; device < devices; device++) {
        for (int cycle = 0; cycle < cycles; cycle++) {
          for (Polarity polarity : Polarity.values()) {
            List<MeasuredCurve.Point> points = train(curve, polarity, factors[device], pulses);
            curves.add(new MeasuredCurve(field, polarity, "d" + device, "c" + cycle, points));
          }
        }
      }
    }
    return new Measurements("T", model.unit(), curves);
  }

  private List<MeasuredCurve.Point> train(
      DeviceCurve curve, Polarity polarity, double factor, int pulses) {
    boolean up = polarity == Polarity.POTENTIATION;
    Response response = up ? curve.potentiation() : curve.depression();
    List<MeasuredCurve.Point> points = new ArrayList<>();
    double progress = response instanceof Ranged ranged ? ranged.from() : 0;
    for (int n = 0; n <= pulses; n++) {
      double read = curve.range() * (progress + reading * random.nextGaussian());
      double value = up ? curve.minConductance() + read : curve.maxConductance() - read;
      points.add(new MeasuredCurve.Point(n, value));
      progress = next(response, progress, factor);
    }
    return points;
  }

  /** Noise may lead a little out of the window: it is not clamped, so that its law is known. */
  private double next(Response response, double progress, double factor) {
    double step = response.move(progress, factor);
    return progress
        + step * (1 + perStep * random.nextGaussian())
        + perRange * random.nextGaussian();
  }
}
