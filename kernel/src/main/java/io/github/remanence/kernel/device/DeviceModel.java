package io.github.remanence.kernel.device;

import io.github.remanence.kernel.field.FieldState;
import io.github.remanence.kernel.field.Linearisation;

/**
 * A device at every field: the curve at each end of the field law and the law between them.
 *
 * <p>Between the ends Gmin and the range R are linear in the linearisation s, and so are the
 * parameters of a response if its family has such a law (a choice; the ends are what is published).
 *
 * <p>Plain data: immutable, compared by value, written and read as JSON by {@link
 * io.github.remanence.kernel.json.DeviceJson}.
 *
 * @param name what to call the device
 * @param source where its numbers come from
 * @param unit the unit of its conductance, such as {@code S} or {@code a.u.}
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
    DeviceCurve zeroField,
    DeviceCurve saturated,
    Linearisation linearisation,
    double retention,
    NonIdealities nonIdealities) {

  /** Checks every number and that nothing is missing. */
  public DeviceModel {
    requirePresent("name", name);
    requirePresent("source", source);
    requirePresent("unit", unit);
    requirePresent("zeroField", zeroField);
    requirePresent("saturated", saturated);
    requirePresent("linearisation", linearisation);
    requirePresent("nonIdealities", nonIdealities);
    if (!(retention >= 0 && retention <= 1)) {
      throw new IllegalArgumentException("retention must be in [0, 1], was " + retention);
    }
    zeroField.towards(saturated, 0.5); // Are there responses between the ends?
  }

  /** Ideal devices, all alike and without noise. */
  public DeviceModel(
      String name,
      String source,
      String unit,
      DeviceCurve zeroField,
      DeviceCurve saturated,
      Linearisation linearisation,
      double retention) {
    this(name, source, unit, zeroField, saturated, linearisation, retention, NonIdealities.NONE);
  }

  /** An ideal device on which the field does nothing. */
  public static DeviceModel of(String name, String source, String unit, DeviceCurve curve) {
    return new DeviceModel(
        name, source, unit, curve, curve, new Linearisation.Clamped(1), /* retention= */ 0);
  }

  /** The same device, as ideal or not as is said here. */
  public DeviceModel with(NonIdealities other) {
    return new DeviceModel(
        name, source, unit, zeroField, saturated, linearisation, retention, other);
  }

  /** The device as it is in a field, its history included. */
  public DeviceCurve curveIn(FieldState state) {
    return zeroField.towards(saturated, state.linearisation(linearisation, retention));
  }

  private static void requirePresent(String name, Object value) {
    if (value == null) {
      throw new IllegalArgumentException("a device model needs '" + name + "'");
    }
  }
}
