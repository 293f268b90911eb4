package io.github.remanence.kernel.step;

import io.github.remanence.kernel.device.DeviceCurve;
import io.github.remanence.kernel.device.Exponential;
import io.github.remanence.kernel.device.ExponentialInConductance;
import io.github.remanence.kernel.device.ExponentialStep;
import io.github.remanence.kernel.device.PowerStep;
import io.github.remanence.kernel.device.Response;
import io.github.remanence.kernel.step.VariedDevice.Factors;
import io.github.remanence.kernel.step.VariedDevice.Varies;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/**
 * The update of a device whose responses are both of one family, in float32.
 *
 * <p>With the progress v of a device through its window from where its pulses start, one pulse
 * moves it by S(v), and the last one by the part f of it that is left over:
 *
 * <pre>
 * v = scale (g - start)
 * d = 0;  for each pulse: d = d + f S(v + d)
 * g' = clamp(g + range d), and the end of the window where v + d has reached 1
 * </pre>
 *
 * <p>What a family is made of, with the coefficients of each polarity:
 *
 * <pre>
 * EXPONENTIAL        d = (2^(rate n) - 1) (v - first), all pulses at once
 * EXPONENTIAL_STEP   S = max(first + change 2^(rate v), 0)
 * POWER_STEP         S = first 2^(rate log2(1 - v)), and 0 from v = 1 on
 * </pre>
 *
 * @param family of both polarities
 * @param potentiation coefficients for n &gt; 0
 * @param depression coefficients for n &lt; 0
 * @param min lower end of the window
 * @param max upper end of the window
 * @param factors on the pulses of each device, if any
 * @param varies which factors there are
 */
public record ResponseStep(
    Family family,
    Side potentiation,
    Side depression,
    float min,
    float max,
    Factors factors,
    Varies varies)
    implements CountedDevice {

  /** Counts above it are taken as it: beyond 2^24 a float cannot count pulses one by one. */
  public static final float MOST_PULSES = 0x1p24f;

  /**
   * Progress from here on is past the end of the window whatever the rounding, and pulses do
   * nothing more.
   */
  public static final float PAST_THE_END = 1 + 0x1p-16f;

  /** What the arithmetic of a family is. */
  public enum Family {
    /** Closed form. */
    EXPONENTIAL,
    /** Pulse by pulse: the exp step, and the step that falls exponentially. */
    EXPONENTIAL_STEP,
    /** Pulse by pulse. */
    POWER_STEP;

    /** The family of a response; null if it has no arithmetic here. */
    static @Nullable Family of(Response response) {
      return switch (response) {
        case Exponential e when e.nonlinearity() >= 0 -> EXPONENTIAL;
        case ExponentialStep e -> EXPONENTIAL_STEP;
        case ExponentialInConductance e -> EXPONENTIAL_STEP;
        case PowerStep p -> POWER_STEP;
        default -> null;
      };
    }
  }

  /**
   * The coefficients of one polarity.
   *
   * @param deadZone fewer pulses do nothing; infinite if no pulses of this polarity do anything
   * @param start where pulses start: an end of the window
   * @param scale 1 / range
   * @param range from the start to the other end, negative for depression
   * @param first see above
   * @param change see above
   * @param rate see above
   * @param maxPulses counts above it are taken as it
   */
  public record Side(
      float deadZone,
      float start,
      float scale,
      float range,
      float first,
      float change,
      float rate,
      float maxPulses) {

    Side withDeadZone(float pulses) {
      return new Side(
          Math.max(pulses, deadZone), start, scale, range, first, change, rate, maxPulses);
    }
  }

  /**
   * Compiles a device.
   *
   * @param up the response to potentiation; null if another step is for that
   * @param down the response to depression; null if another step is for that
   */
  static ResponseStep of(
      Family family,
      DeviceCurve curve,
      @Nullable Response up,
      @Nullable Response down,
      Factors factors) {
    float min = (float) curve.minConductance();
    float max = (float) curve.maxConductance();
    return new ResponseStep(
        family, side(up, min, max), side(down, max, min), min, max, factors, factors.varies());
  }

  private static Side side(@Nullable Response response, float start, float end) {
    float range = (float) ((double) end - start);
    float scale = (float) (1 / ((double) end - start));
    double bits = 1 / Math.log(2);
    return switch (response) {
      case Exponential e -> {
        double nu = Polarity.awayFromZero(e.nonlinearity());
        double rate = -nu / e.pulses() * bits;
        float most = (float) Math.min(Exp2.MAX_EXPONENT / -rate, Float.MAX_VALUE);
        yield side(start, scale, range, 1 / -Math.expm1(-nu), 0, rate, most);
      }
      case ExponentialStep e -> {
        double change = -e.step() * e.amplitude();
        yield side(start, scale, range, e.step(), change, e.rate() * bits, MOST_PULSES);
      }
      case ExponentialInConductance e ->
          side(start, scale, range, 0, e.step(), -e.decay() * bits, MOST_PULSES);
      case PowerStep p -> side(start, scale, range, p.step(), 0, p.exponent(), MOST_PULSES);
      case null, default ->
          new Side(Float.POSITIVE_INFINITY, start, scale, range, 0, 0, 0, MOST_PULSES);
    };
  }

  private static Side side(
      float start,
      float scale,
      float range,
      double first,
      double change,
      double rate,
      float maxPulses) {
    return new Side(
        Float.MIN_VALUE,
        start,
        scale,
        range,
        (float) first,
        (float) change,
        (float) rate,
        maxPulses);
  }

  @Override
  public void count(
      RangeKernel backend,
      float scale,
      Matrix counts,
      long firstCount,
      MemorySegment conductances,
      long from,
      long to,
      long row,
      long col) {
    long firstFactor = factors.first(row, col);
    backend.responded(this, firstFactor, scale, counts, firstCount, conductances, from, to);
  }

  @Override
  public ResponseStep withDeadZone(float pulses) {
    return new ResponseStep(
        family,
        potentiation.withDeadZone(pulses),
        depression.withDeadZone(pulses),
        min,
        max,
        factors,
        varies);
  }

  @Override
  public boolean isRowless() {
    return factors.areRowless();
  }
}
