package io.github.remanence.kernel.scalar;

import static java.lang.Math.fma;

import io.github.remanence.kernel.step.AffineStep;
import io.github.remanence.kernel.step.CountTable;
import io.github.remanence.kernel.step.Exp2;
import io.github.remanence.kernel.step.FieldStep;
import io.github.remanence.kernel.step.Log2;
import io.github.remanence.kernel.step.Matrix;
import io.github.remanence.kernel.step.Polarity;
import io.github.remanence.kernel.step.PulseStep;
import io.github.remanence.kernel.step.VariedDevice;
import io.github.remanence.kernel.step.VariedDevice.Factors;
import org.jspecify.annotations.Nullable;

/**
 * One device, one step, in float32. Every other backend takes these operations in this order.
 *
 * <p>A term {@code 0 * x} is no mistake: it is zero for a finite x and NaN otherwise, and so keeps
 * an input that is not finite from becoming a valid conductance in the clamp. Where |n| stands for
 * x the zero is -0.0, the number that changes nothing when it is added.
 */
final class DeviceStep {

  private DeviceStep() {}

  /** The device gets the pulses of an {@link AffineStep}. */
  static float uniform(AffineStep step, float g) {
    float moved = fma(step.slope(), g - step.anchor(), step.offset()) + g;
    return fma(g, 0f, clamp(moved, step.min(), step.max()));
  }

  /** The device gets n pulses, one of those in the table. */
  static float tabulated(CountTable table, byte n, float g) {
    PulseStep step = table.device();
    float e = table.approaches()[n & CountTable.SIZE - 1];
    float moved = n != 0 ? approached(n < 0 ? step.depression() : step.potentiation(), e, g) : g;
    return fma(g, 0f, clamp(moved, step.min(), step.max()));
  }

  /** The device gets n pulses. */
  static float pulsed(PulseStep step, float n, float g) {
    float pulses = Math.abs(n);
    Polarity polarity = n < 0 ? step.depression() : step.potentiation();
    float e = approach(step, polarity, pulses);
    float moved = pulses < step.deadZone() ? g : approached(polarity, e, g);
    return fma(pulses, -0f, fma(g, 0f, clamp(moved, step.min(), step.max())));
  }

  /** The device gets n pulses, and has factors of its own. */
  static float varied(VariedDevice device, long place, float n, float g) {
    PulseStep common = device.common();
    float onPulses = device.factors().onPulses(n, place);
    if (!device.varies().curve()) {
      return pulsed(common, n * onPulses, g);
    }
    float pulses = Math.abs(n) * onPulses;
    float nonlinearity = onNonlinearity(device, place, n);
    float felt = pulses < common.deadZone() ? 0 : pulses * nonlinearity;
    boolean depresses = n < 0 && felt > 0;
    float e = approach(common, depresses ? common.depression() : common.potentiation(), felt);
    float min = min(device, place);
    float max = max(device, place);
    float reach = device.reach(depresses, nonlinearity);
    float moved = felt != 0 ? approached(min, max, reach, depresses, e, g) : g;
    return fma(felt, -0f, fma(g, 0f, clamp(moved, min, max)));
  }

  /** The lower end of a device's own window. */
  static float min(VariedDevice device, long place) {
    return device.common().min() * factor(device.factors().min(), place);
  }

  /** The upper end of a device's own window. */
  static float max(VariedDevice device, long place) {
    return device.common().max() * factor(device.factors().max(), place);
  }

  /** A device's factor on nu for n pulses. */
  static float onNonlinearity(VariedDevice device, long place, float n) {
    boolean depresses = device.varies().polarities() && n < 0;
    Factors factors = device.factors();
    return factor(depresses ? factors.depressionNonlinearity() : factors.nonlinearity(), place);
  }

  /** As far above the lower end of the window as g is below the upper one. */
  static float mirrored(PulseStep step, float g) {
    float up = step.min() + (step.max() - g);
    return up > step.max() ? step.max() : up;
  }

  static float factor(@Nullable Matrix factors, long row, long col) {
    return factors == null ? 1 : factor(factors, factors.index(row, col));
  }

  static float factor(@Nullable Matrix factors, long place) {
    return factors == null ? 1 : factors.factor(place);
  }

  /** The approach to the asymptote by a pulses of one polarity. */
  static float approach(PulseStep step, Polarity polarity, float pulses) {
    float a = pulses > polarity.maxPulses() ? polarity.maxPulses() : pulses;
    if (step.isLinear()) {
      return a * polarity.slope();
    }
    float k = fma(a, polarity.rate(), Exp2.ROUND);
    float f = fma(a, polarity.rate(), Exp2.ROUND - k);
    return Exp2.minusOne(k, fma(a, polarity.rateTail(), f));
  }

  static float approached(Polarity polarity, float e, float g) {
    return fma(e, (g - polarity.asymptote()) - polarity.asymptoteTail(), g);
  }

  /** On a curve of its own, whose asymptote lies so many windows beyond an end. */
  static float approached(float min, float max, float reach, boolean depresses, float e, float g) {
    return fma(e, fma(max - min, reach, g - (depresses ? min : max)), g);
  }

  /** The field changes and the device keeps its pulse coordinate. */
  static float fieldChanged(FieldStep step, float conductance) {
    float g = fma(conductance, 0f, clamp(conductance, step.oldMin(), step.oldMax()));
    float z = step.curvature() * (step.oldMax() - g);
    float w = 1f - z;
    float rest = (1f - w) - z;
    boolean nearBottom = z > 0.5f;
    float fromBottom = fma(step.curvature(), g - step.oldMin(), step.floor());
    float y = Log2.of(nearBottom ? fromBottom : w, nearBottom ? 0f : rest) * step.exponent();
    y = clamp(y, -Exp2.MAX_EXPONENT, Exp2.MAX_EXPONENT);
    float e = Exp2.minusOne(y);
    return clamp(fma(e, step.amplitude(), step.newMax()), step.newMin(), step.newMax());
  }

  /**
   * Into [min, max] by comparison: NaN stays NaN, a value inside keeps every bit, but -0.0 becomes
   * 0.0 where that is the lower end.
   */
  static float clamp(float g, float min, float max) {
    float below = g > max ? max : g;
    return below <= min ? min : below;
  }
}
