package io.github.remanence.kernel.step;

import java.lang.foreign.MemorySegment;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Devices with frozen factors of their own, on what the common device says.
 *
 * <p>With factors fn, fnu, fmin and fmax, those that are absent being 1:
 *
 * <pre>
 * e        = 2^(rate fn fnu a) - 1
 * reach    = +- 1 / (2^(fnu nu / ln 2) - 1)
 * g'       = clamp(g + e ((g - end) + R reach))
 * </pre>
 *
 * <p>fn and fnu are those of the polarity of the pulses. Where only the number of pulses differs,
 * the step is the one of the common device.
 *
 * <p>For saturating devices only: for nu &lt; 0 the form cancels.
 *
 * @param common the device that all are like
 * @param factors float16, of the shape of the crossbar
 * @param varies which factors there are
 * @param logPotentiation nu / ln 2 of potentiation
 * @param logDepression nu / ln 2 of depression
 */
public record VariedDevice(
    PulseStep common, Factors factors, Varies varies, float logPotentiation, float logDepression)
    implements CountedDevice {

  /**
   * Factors of each device; null where all have 1. Where both polarities have the same ones they
   * are in the same memory.
   *
   * @param pulses on the number of pulses of potentiation
   * @param depressionPulses on the number of pulses of depression
   * @param nonlinearity on nu of potentiation
   * @param depressionNonlinearity on nu of depression
   * @param min on the lower end of the window
   * @param max on the upper end of the window; null exactly if that of the lower end is
   */
  public record Factors(
      @Nullable Matrix pulses,
      @Nullable Matrix depressionPulses,
      @Nullable Matrix nonlinearity,
      @Nullable Matrix depressionNonlinearity,
      @Nullable Matrix min,
      @Nullable Matrix max) {

    /** All devices have 1. */
    public static final Factors NONE = new Factors(null, null, null, null);

    /** The same factors for both polarities. */
    public Factors(
        @Nullable Matrix pulses,
        @Nullable Matrix nonlinearity,
        @Nullable Matrix min,
        @Nullable Matrix max) {
      this(pulses, pulses, nonlinearity, nonlinearity, min, max);
    }

    /** The same with other matrices, of those that there are. */
    public Factors map(UnaryOperator<Matrix> change) {
      UnaryOperator<@Nullable Matrix> some = matrix -> matrix == null ? null : change.apply(matrix);
      return new Factors(
          some.apply(pulses),
          some.apply(depressionPulses),
          some.apply(nonlinearity),
          some.apply(depressionNonlinearity),
          some.apply(min),
          some.apply(max));
    }

    /** Which properties differ from device to device. */
    Varies varies() {
      return new Varies(
          pulses != null,
          nonlinearity != null,
          min != null,
          !Objects.equals(pulses, depressionPulses)
              || !Objects.equals(nonlinearity, depressionNonlinearity));
    }

    /** Whether all devices have 1. */
    public boolean areNone() {
      return pulses == null && nonlinearity == null && min == null;
    }

    /** A device's factor on n pulses. */
    public float onPulses(float n, long place) {
      Matrix ofPolarity = n < 0 ? depressionPulses : pulses;
      return ofPolarity == null ? 1 : ofPolarity.factor(place);
    }

    /** A device's factor on nu for n pulses. */
    float onNonlinearity(float n, long place) {
      Matrix ofPolarity = n < 0 ? depressionNonlinearity : nonlinearity;
      return ofPolarity == null ? 1 : ofPolarity.factor(place);
    }

    /** A device's factor on the lower end of its window. */
    float onMin(long place) {
      return min == null ? 1 : min.factor(place);
    }

    /** A device's factor on the upper end of its window. */
    float onMax(long place) {
      return max == null ? 1 : max.factor(place);
    }

    /** The place of a device's factors; 0 if there are none. */
    long first(long row, long col) {
      return areNone() ? 0 : any().index(row, col);
    }

    /** Whether devices may be taken as one long row. */
    boolean areRowless() {
      return areNone() || any().isGapless();
    }

    /** Any of them: all have one shape. */
    private Matrix any() {
      if (pulses != null) {
        return pulses;
      }
      if (nonlinearity != null) {
        return nonlinearity;
      }
      if (min != null) {
        return min;
      }
      throw new IllegalStateException("there are no factors");
    }
  }

  /**
   * Which properties differ from device to device.
   *
   * @param pulses the number of pulses
   * @param nonlinearity nu
   * @param window both ends
   * @param polarities whether those on pulses and nu differ from polarity to polarity, too
   */
  public record Varies(boolean pulses, boolean nonlinearity, boolean window, boolean polarities) {

    /** All devices are the same. */
    public static final Varies NOTHING = new Varies(false, false, false, false);

    /** Only what pulses do. */
    public static final Varies PULSES = new Varies(true, false, false, false);

    /** The nonlinearity or the window. */
    public boolean curve() {
      return nonlinearity || window;
    }
  }

  /** Compiles the common device, which must saturate, and its factors. */
  public static VariedDevice of(PulseStep common, ExponentialCurve curve, Factors factors) {
    return new VariedDevice(
        common,
        factors,
        factors.varies(),
        log(curve.potentiationNonlinearity()),
        log(curve.depressionNonlinearity()));
  }

  /**
   * By how many windows the asymptote lies beyond the end that pulses of a polarity go to: positive
   * below the lower end, negative above the upper.
   */
  public float reach(boolean depresses, float nonlinearity) {
    float y = (depresses ? logDepression : logPotentiation) * nonlinearity;
    return (depresses ? 1 : -1) / Exp2.minusOne(y > Exp2.MAX_EXPONENT ? Exp2.MAX_EXPONENT : y);
  }

  private static float log(double nu) {
    return (float) (Polarity.awayFromZero(nu) / Math.log(2));
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
    backend.varied(this, firstFactor, scale, counts, firstCount, conductances, from, to);
  }

  @Override
  public VariedDevice withDeadZone(float pulses) {
    return new VariedDevice(
        common.withDeadZone(pulses), factors, varies, logPotentiation, logDepression);
  }

  @Override
  public boolean isRowless() {
    return factors.areRowless();
  }
}
