package io.github.remanence.kernel.scalar;

import static java.lang.Math.fma;

import io.github.remanence.kernel.step.Exp2;
import io.github.remanence.kernel.step.Log2;
import io.github.remanence.kernel.step.NoiseLaw;
import io.github.remanence.kernel.step.NoisyDevice;
import io.github.remanence.kernel.step.Polarity;
import io.github.remanence.kernel.step.PulseStep;
import io.github.remanence.kernel.step.RelaxationStep;
import io.github.remanence.kernel.step.RelaxationStep.Noise;
import io.github.remanence.kernel.step.VariedDevice;

/** One noisy device, one step, in float32. What is said of {@link DeviceStep} holds here. */
final class NoisyStep {

  private NoisyStep() {}

  /**
   * The device gets n pulses.
   *
   * @param factor the place of its factors
   * @param place its place in memory
   */
  static float noisy(NoisyDevice noisy, long factor, long place, float count, float g) {
    VariedDevice device = noisy.device();
    PulseStep common = device.common();
    float given =
        NoisyDevice.rounded(noisy.rounding(), noisy.chance(), noisy.firstDevice() + place, count);
    float n = given * device.factors().onPulses(given, factor);
    float pulses = part(noisy, Math.abs(n) < common.deadZone() ? 0 : Math.abs(n));
    float nonlinearity = DeviceStep.onNonlinearity(device, factor, n);
    float felt = pulses * nonlinearity;
    boolean depresses = n < 0 && felt > 0;
    Polarity polarity = depresses ? common.depression() : common.potentiation();
    float e = DeviceStep.approach(common, polarity, felt);
    float noise = noise(noisy, place, depresses, felt, nonlinearity, e);
    boolean ofRange = noisy.law().kind().isOfRange();
    float moves = ofRange ? e : e + noise;
    float min = DeviceStep.min(device, factor);
    float max = DeviceStep.max(device, factor);
    float moved =
        device.varies().curve()
            ? DeviceStep.approached(
                min, max, device.reach(depresses, nonlinearity), depresses, moves, g)
            : DeviceStep.approached(polarity, moves, g);
    moved = ofRange ? fma(noise, max - min, moved) : moved;
    return fma(felt, -0f, fma(g, 0f, DeviceStep.clamp(felt != 0 ? moved : g, min, max)));
  }

  /** The device relaxes, or is read. */
  static float relaxed(RelaxationStep step, long factor, long place, float g) {
    float moved = fma(step.change(), g - step.rest(), g);
    moved = step.noise() == Noise.NONE ? moved : fma(number(step, place), step.spread(), moved);
    boolean stuck = step.onPulses() != null && DeviceStep.factor(step.onPulses(), factor) == 0;
    return fma(g, 0f, DeviceStep.clamp(stuck ? g : moved, step.min(), step.max()));
  }

  private static float number(RelaxationStep step, long place) {
    return step.noise() == Noise.NORMAL
        ? step.draws().normal(place)
        : step.draws().word(place) * RelaxationStep.OF_WORD;
  }

  private static float part(NoisyDevice noisy, float pulses) {
    float rest = pulses - noisy.skipped();
    rest = rest < 0 ? 0 : rest;
    return rest > noisy.most() ? noisy.most() : rest;
  }

  private static float noise(
      NoisyDevice noisy, long place, boolean depresses, float felt, float nonlinearity, float e) {
    return noisy.law().kind() == NoiseLaw.Kind.NONE
        ? 0
        : deviation(noisy, depresses, felt, nonlinearity, e)
            * noisy.noise().normal(noisy.firstDevice() + place);
  }

  /** The standard deviation, as a part of what its law says. */
  private static float deviation(
      NoisyDevice noisy, boolean depresses, float felt, float nonlinearity, float e) {
    return switch (noisy.law().kind()) {
      case NONE -> 0;
      case RANGE -> noisy.law().sigma();
      case RANGE_SQRT_N -> root(relaxation(noisy, depresses, nonlinearity) * (e * (e + 2f)));
      case PER_STEP -> (e + 1f) * root(spread(noisy, depresses, felt, nonlinearity));
    };
  }

  private static float relaxation(NoisyDevice noisy, boolean depresses, float nonlinearity) {
    NoiseLaw law = noisy.law();
    if (!noisy.device().varies().nonlinearity()) {
      return depresses ? law.depression() : law.potentiation();
    }
    float y = 2f * rate(noisy, depresses) * nonlinearity;
    return law.sigma()
        * law.sigma()
        / Exp2.minusOne(y < -Exp2.MAX_EXPONENT ? -Exp2.MAX_EXPONENT : y);
  }

  private static float spread(
      NoisyDevice noisy, boolean depresses, float felt, float nonlinearity) {
    float y = felt * growth(noisy, depresses, nonlinearity);
    return Exp2.minusOne(y > Exp2.MAX_EXPONENT ? Exp2.MAX_EXPONENT : y);
  }

  /** For each pulse felt, and so divided by the factor with which pulses are felt. */
  private static float growth(NoisyDevice noisy, boolean depresses, float nonlinearity) {
    NoiseLaw law = noisy.law();
    if (!noisy.device().varies().nonlinearity()) {
      return depresses ? law.depression() : law.potentiation();
    }
    float y = -rate(noisy, depresses) * nonlinearity;
    float step = law.sigma() * Exp2.minusOne(y > NoiseLaw.MOST_LOG ? NoiseLaw.MOST_LOG : y);
    float square = step * step;
    float w = square + 1f;
    return Log2.of(w, square - (w - 1f)) / nonlinearity;
  }

  private static float rate(NoisyDevice noisy, boolean depresses) {
    PulseStep common = noisy.device().common();
    return depresses ? common.depression().rate() : common.potentiation().rate();
  }

  private static float root(float square) {
    return (float) Math.sqrt(square > 0 ? square : 0);
  }
}
