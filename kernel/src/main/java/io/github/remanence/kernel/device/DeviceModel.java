package io.github.remanence.kernel.device;

import io.github.remanence.kernel.field.FieldState;
import io.github.remanence.kernel.field.Linearisation;

/**
 * A device at every field: the curve at each end of the field law and the law between them.
 *
 * <p>Between the ends Gmin, the range R and both nonlinearities are linear in the linearisation s
 * (a choice; the ends are what is published). Numbers of pulses do not depend on the field.
 *
 * <p>Plain data: immutable, compared by value, written and read as JSON by {@link
 * io.github.remanence.kernel.json.DeviceJson}.
 *
 * @param name what to call the device
 * @param source where its numbers come from
 * @param unit the unit of its conductance, such as {@code S} or {@code a.u.}
 * @param potentiationPulses P+: pulses that span the window upwards, in (0, 2^30]
 * @param depressionPulses P-: pulses that span the window downwards, in (0, 2^30]
 * @param zeroField the curve without a field, s = 0
 * @param saturated the curve at and above saturation, s = 1
 * @param linearisation s(H)
 * @param retention rho in [0, 1]: the part of the linearisation that stays when the field drops
 * @param nonIdealities what real devices add
 */
public record DeviceModel(
    String name,
    String source,
    String unit,
    double potentiationPulses,
    double depressionPulses,
    DeviceCurve zeroField,
    DeviceCurve saturated,
    Linearisation linearisation,
    double retention,
    NonIdealities nonIdealities) {

  private static final double MAX_PULSES = 0x1p30;

  /** Checks every number and that nothing is missing. */
  public DeviceModel {
    requirePresent("name", name);
    requirePresent("source", source);
    requirePresent("unit", unit);
    requirePulses("potentiationPulses", potentiationPulses);
    requirePulses("depressionPulses", depressionPulses);
    requirePresent("zeroField", zeroField);
    requirePresent("saturated", saturated);
    requirePresent("linearisation", linearisation);
    requirePresent("nonIdealities", nonIdealities);
    if (!(retention >= 0 && retention <= 1)) {
      throw new IllegalArgumentException("retention must be in [0, 1], was " + retention);
    }
  }

  /** Ideal devices, all alike and without noise. */
  public DeviceModel(
      String name,
      String source,
      String unit,
      double potentiationPulses,
      double depressionPulses,
      DeviceCurve zeroField,
      DeviceCurve saturated,
      Linearisation linearisation,
      double retention) {
    this(
        name,
        source,
        unit,
        potentiationPulses,
        depressionPulses,
        zeroField,
        saturated,
        linearisation,
        retention,
        NonIdealities.NONE);
  }

  /** The same device, as ideal or not as is said here. */
  public DeviceModel with(NonIdealities other) {
    return new DeviceModel(
        name,
        source,
        unit,
        potentiationPulses,
        depressionPulses,
        zeroField,
        saturated,
        linearisation,
        retention,
        other);
  }

  /** The device as it is in a field, its history included. */
  public DeviceCurve curveIn(FieldState state) {
    return zeroField.towards(saturated, state.linearisation(linearisation, retention));
  }

  private static void requirePulses(String name, double pulses) {
    if (!(pulses > 0 && pulses <= MAX_PULSES)) {
      throw new IllegalArgumentException(name + " must be in (0, 2^30], was " + pulses);
    }
  }

  private static void requirePresent(String name, Object value) {
    if (value == null) {
      throw new IllegalArgumentException("a device model needs '" + name + "'");
    }
  }
}
