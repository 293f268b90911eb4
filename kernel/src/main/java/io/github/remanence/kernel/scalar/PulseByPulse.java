package io.github.remanence.kernel.scalar;

import static java.lang.Math.fma;

import io.github.remanence.kernel.step.Exp2;
import io.github.remanence.kernel.step.Log2;
import io.github.remanence.kernel.step.ResponseStep;
import io.github.remanence.kernel.step.ResponseStep.Family;
import io.github.remanence.kernel.step.ResponseStep.Side;

/**
 * One device of a {@link ResponseStep}, one update, in float32. What is said of {@link DeviceStep}
 * holds here.
 */
final class PulseByPulse {

  private PulseByPulse() {}

  /** The device gets n pulses. */
  static float responded(ResponseStep step, float n, float g) {
    Side side = n < 0 ? step.depression() : step.potentiation();
    float pulses = Math.abs(n);
    float felt = pulses < side.deadZone() ? 0 : pulses;
    float given = felt > side.maxPulses() ? side.maxPulses() : felt;
    float inside = DeviceStep.clamp(g, step.min(), step.max());
    float progress = (inside - side.start()) * side.scale();
    float distance =
        step.family() == Family.EXPONENTIAL
            ? Exp2.minusOne(given * side.rate()) * (progress - side.first())
            : distance(step.family(), side, progress, felt < Float.POSITIVE_INFINITY ? given : 0);
    float moved = DeviceStep.clamp(fma(side.range(), distance, inside), step.min(), step.max());
    return fma(felt, -0f, fma(g, 0f, felt != 0 ? moved : inside));
  }

  private static float distance(Family family, Side side, float progress, float pulses) {
    float left = pulses;
    float distance = 0;
    while (left > 0) {
      float part = left < 1 ? left : 1;
      float further = fma(part, step(family, side, progress + distance), distance);
      if (further == distance) {
        break; // And so will all the others do nothing.
      }
      distance = further;
      left -= part;
    }
    return distance;
  }

  private static float step(Family family, Side side, float progress) {
    float step = family == Family.POWER_STEP ? power(side, progress) : exponential(side, progress);
    return step > 0 ? step : 0;
  }

  private static float exponential(Side side, float progress) {
    float step = fma(side.change(), Exp2.minusOne(progress * side.rate()), side.first());
    return progress > ResponseStep.PAST_THE_END ? 0 : step;
  }

  private static float power(Side side, float progress) {
    float room = 1f - progress;
    float log = Log2.of(room > 0 ? room : 1, 0) * side.rate();
    float y = log < -Exp2.MAX_EXPONENT ? -Exp2.MAX_EXPONENT : log;
    return room > 0 ? fma(side.first(), Exp2.minusOne(y), side.first()) : 0;
  }
}
