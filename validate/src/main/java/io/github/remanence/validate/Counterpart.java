package io.github.remanence.validate;

import io.github.remanence.kernel.device.DeviceCurve;
import io.github.remanence.kernel.device.Exponential;
import io.github.remanence.kernel.device.ExponentialInConductance;
import io.github.remanence.kernel.device.ExponentialStep;
import io.github.remanence.kernel.device.PiecewiseStep;
import io.github.remanence.kernel.device.PowerStep;
import io.github.remanence.kernel.device.Ranged;
import io.github.remanence.kernel.device.Response;
import io.github.remanence.kernel.device.Tabulated;
import io.github.remanence.reference.ExponentialResponse;
import io.github.remanence.reference.PulseResponse;
import io.github.remanence.reference.RangedResponse;
import io.github.remanence.reference.ReferenceDevice;
import io.github.remanence.reference.StepLaw;
import io.github.remanence.reference.SteppedResponse;
import io.github.remanence.reference.TabulatedResponse;

/**
 * A device of the kernel's, told to the reference: its numbers are copied, and everything computed
 * from them is the reference's own.
 */
public final class Counterpart {

  private Counterpart() {}

  /**
   * The same device at one field.
   *
   * @throws IllegalArgumentException if a response is of a class that the reference does not know
   */
  public static ReferenceDevice of(DeviceCurve curve) {
    return new ReferenceDevice(
        curve.minConductance(),
        curve.maxConductance(),
        of(curve.potentiation()),
        of(curve.depression()));
  }

  private static PulseResponse of(Response response) {
    return switch (response) {
      case Exponential e -> new ExponentialResponse(e.nonlinearity(), e.pulses());
      case ExponentialStep e ->
          new SteppedResponse(new StepLaw.Exponential(e.step(), e.amplitude(), e.rate()));
      case ExponentialInConductance e ->
          new SteppedResponse(new StepLaw.Decaying(e.step(), e.decay()));
      case PowerStep p -> new SteppedResponse(new StepLaw.Power(p.step(), p.exponent()));
      case PiecewiseStep p -> new SteppedResponse(new StepLaw.Piecewise(p.steps()));
      case Tabulated t ->
          new TabulatedResponse(
              t.points().stream().map(Tabulated.Point::pulses).toList(),
              t.points().stream().map(Tabulated.Point::progress).toList());
      case Ranged r -> new RangedResponse(of(r.response()), r.from(), r.to());
      default ->
          throw new IllegalArgumentException(
              "the reference does not know the response " + response.getClass().getName());
    };
  }
}
