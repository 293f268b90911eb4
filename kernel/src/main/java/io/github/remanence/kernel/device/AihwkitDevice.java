package io.github.remanence.kernel.device;

import java.util.List;

/**
 * A pulsed device of the IBM Analog Hardware Acceleration Kit (aihwkit), by the names that its
 * parameters have there. The conductance of the curves made here is aihwkit's weight w.
 *
 * <p>Here are the numbers that all its pulsed devices share; each of its classes is a method:
 *
 * <pre>{@code
 * AihwkitDevice device = new AihwkitDevice(0.002, 0, 1.25, -0.75);
 * DeviceModel model =
 *     DeviceModel.of("mine", "my fit", "a.u.", device.softBounds())
 *         .with(NonIdealities.NONE.withCycleNoise(device.additiveNoise(3.75)));
 * }</pre>
 *
 * <p>One pulse is what aihwkit calls a coincidence: one step, after which w is clipped to its
 * bounds. Whole pulses are the same as there; a fraction of a pulse, which aihwkit does not have,
 * is as {@link Response#move} says. docs/devices.md says which parameter went where, and which have
 * no place here.
 *
 * <p>Source: the classes of {@code aihwkit.simulator.configs.devices} and {@code update_once} in
 * {@code src/rpucuda/rpu_*_device.cpp} of github.com/IBM/aihwkit.
 *
 * @param dwMin {@code dw_min}, what the steps are multiples of, in the unit of w
 * @param upDown {@code up_down}, in (-1, 1): above 0 makes steps down smaller, below 0 steps up
 * @param wMax {@code w_max}, at least 0
 * @param wMin {@code w_min}, at most 0
 */
public record AihwkitDevice(double dwMin, double upDown, double wMax, double wMin) {

  /** Checks all four. */
  public AihwkitDevice {
    if (!(dwMin > 0 && Double.isFinite(dwMin))) {
      throw new IllegalArgumentException("dw_min must be positive and finite, was " + dwMin);
    }
    if (!(upDown > -1 && upDown < 1)) {
      throw new IllegalArgumentException("up_down must be in (-1, 1), was " + upDown);
    }
    if (!(wMin <= 0 && wMax >= 0 && wMin < wMax)) {
      throw new IllegalArgumentException(
          "w_min must be at most 0 and w_max at least 0, was [%s, %s]".formatted(wMin, wMax));
    }
  }

  /** {@code dw_min} for steps up: less than for steps down if {@code up_down} is below 0. */
  public double dwUp() {
    return (1 + Math.min(upDown, 0)) * dwMin;
  }

  /** {@code dw_min} for steps down: less than for steps up if {@code up_down} is above 0. */
  public double dwDown() {
    return (1 - Math.max(upDown, 0)) * dwMin;
  }

  /** {@code ConstantStepDevice}: up by {@code dwUp}, down by {@code dwDown}. */
  public DeviceCurve constantStep() {
    return linearStep(0, 0);
  }

  /**
   * {@code LinearStepDevice}: up by {@code dwUp (1 - gammaUp w / wMax)}, down likewise.
   *
   * @param gammaUp {@code gamma_up}, at most 1; negative as with {@code allow_increasing}
   * @param gammaDown {@code gamma_down}, at most 1
   */
  public DeviceCurve linearStep(double gammaUp, double gammaDown) {
    return curve(
        linear("gamma_up", gammaUp, dwUp(), wMax, wMin),
        linear("gamma_down", gammaDown, dwDown(), -wMin, -wMax));
  }

  /** {@code SoftBoundsDevice}: the linear step that ends at the bounds. */
  public DeviceCurve softBounds() {
    return linearStep(1, 1);
  }

  /**
   * {@code SoftBoundsReferenceDevice}: soft bounds of w + reference, so the window is shifted.
   *
   * @param reference {@code reference_mean}, and {@link #symmetryPoint} added to it with {@code
   *     subtract_symmetry_point}
   */
  public DeviceCurve softBoundsReference(double reference) {
    DeviceCurve bounds = softBounds();
    return new DeviceCurve(
        wMin - reference, wMax - reference, bounds.potentiation(), bounds.depression());
  }

  /**
   * The weight where a step up of {@link #softBounds} is as large as one down.
   *
   * @throws IllegalArgumentException if a bound is 0
   */
  public double symmetryPoint() {
    if (wMin == 0 || wMax == 0) {
      throw new IllegalArgumentException(
          "a symmetry point needs w_min < 0 < w_max, was [%s, %s]".formatted(wMin, wMax));
    }
    return (dwUp() - dwDown()) / (dwUp() / wMax - dwDown() / wMin);
  }

  /**
   * {@code ExpStepDevice}: up by {@code dwUp max(1 - aUp exp(gammaUp z), 0)}, down by {@code dwDown
   * max(1 - aDown exp(-gammaDown z), 0)}, with {@code z = 2 a w / (wMax - wMin) + b}.
   *
   * @param aUp {@code A_up}
   * @param aDown {@code A_down}
   * @param gammaUp {@code gamma_up}
   * @param gammaDown {@code gamma_down}
   */
  public DeviceCurve expStep(
      double aUp, double aDown, double gammaUp, double gammaDown, double a, double b) {
    double rise = 2 * a; // Of z through the window.
    double zMin = rise * wMin / range() + b;
    double zMax = rise * wMax / range() + b;
    return curve(
        new ExponentialStep(dwUp() / range(), aUp * Math.exp(gammaUp * zMin), gammaUp * rise),
        new ExponentialStep(
            dwDown() / range(), aDown * Math.exp(-gammaDown * zMax), gammaDown * rise));
  }

  /**
   * {@code PowStepDevice}: up by {@code dwUp ((wMax - w) / (wMax - wMin))^gamma}, down by {@code
   * dwDown ((w - wMin) / (wMax - wMin))^gamma}.
   *
   * @param powGamma {@code pow_gamma}, not negative
   * @param powUpDown {@code pow_up_down}, in (-1, 1): above 0 makes gamma smaller for steps down,
   *     below 0 for steps up
   */
  public DeviceCurve powStep(double powGamma, double powUpDown) {
    if (!(powUpDown > -1 && powUpDown < 1)) {
      throw new IllegalArgumentException("pow_up_down must be in (-1, 1), was " + powUpDown);
    }
    return curve(
        new PowerStep(dwUp() / range(), (1 + Math.min(powUpDown, 0)) * powGamma),
        new PowerStep(dwDown() / range(), (1 - Math.max(powUpDown, 0)) * powGamma));
  }

  /**
   * {@code PiecewiseStepDevice}: steps are {@code dwUp} or {@code dwDown} times a factor, given at
   * equally spaced w from wMin to wMax, both included.
   *
   * @param piecewiseUp {@code piecewise_up}, at least two factors
   * @param piecewiseDown {@code piecewise_down}, in the same order: from wMin to wMax
   */
  public DeviceCurve piecewiseStep(List<Double> piecewiseUp, List<Double> piecewiseDown) {
    return curve(
        piecewise(piecewiseUp, dwUp() / range()),
        piecewise(piecewiseDown.reversed(), dwDown() / range()));
  }

  /**
   * Noise that is a part of each step, as in most of its devices: {@code mult_noise} of the linear
   * step and of soft bounds, and always of the others.
   *
   * @param dwMinStd {@code dw_min_std}
   */
  public static CycleNoise multiplicativeNoise(double dwMinStd) {
    return new CycleNoise(CycleNoise.Convention.PER_STEP, dwMinStd, CycleNoise.Mode.PULSE_BY_PULSE);
  }

  /**
   * Noise that is a part of {@code dw_min} wherever the device is, so one of the window: the linear
   * step and soft bounds without {@code mult_noise}.
   *
   * @param dwMinStd {@code dw_min_std}
   * @throws IllegalArgumentException if up_down is not 0: then polarities differ in their noise
   */
  public CycleNoise additiveNoise(double dwMinStd) {
    if (upDown != 0) {
      throw new IllegalArgumentException(
          "additive noise needs up_down 0, as both polarities have the same noise; was " + upDown);
    }
    return new CycleNoise(
        CycleNoise.Convention.RANGE_SQRT_N,
        dwMinStd * dwMin / range(),
        CycleNoise.Mode.PULSE_BY_PULSE);
  }

  /**
   * How steps differ from device to device, as a factor on pulses: the same for a constant step,
   * and nearly for others; {@code (1 - s)^(f n)} for {@code (1 - f s)^n}, where a pulse does a part
   * s of the way.
   *
   * @param law {@code ABSOLUTE_NORMAL}, or {@code LOG_NORMAL} for {@code dw_min_dtod_log_normal}
   * @param dwMinDtod {@code dw_min_dtod}
   */
  public static DeviceVariation variation(Spread.Law law, double dwMinDtod) {
    return DeviceVariation.ofPulses(new Spread(law, dwMinDtod));
  }

  private double range() {
    return wMax - wMin;
  }

  private DeviceCurve curve(Response potentiation, Response depression) {
    return new DeviceCurve(wMin, wMax, potentiation, depression);
  }

  /**
   * A step {@code dw (1 - gamma w / end)}, with w counted in the direction of the pulses.
   *
   * @param end of the window
   * @param start of the window
   */
  private Response linear(String name, double gamma, double dw, double end, double start) {
    if (!(gamma <= 1)) {
      throw new IllegalArgumentException(
          "%s must be at most 1, where the step at the bound is 0; was %s".formatted(name, gamma));
    }
    if (end == 0) {
      return Exponential.constant(dw / range()); // As there: no slope without a bound.
    }
    double first = dw * (1 - gamma * start / end);
    double slope = 1 - (1 - gamma) * end / (end - gamma * start); // Exact for gamma 0 and 1.
    return Exponential.linearStep(first / range(), slope);
  }

  private static PiecewiseStep piecewise(List<Double> factors, double step) {
    return new PiecewiseStep(factors.stream().map(factor -> factor * step).toList());
  }
}
