package io.github.remanence.validate;

import io.github.remanence.reference.ExponentialResponse;
import io.github.remanence.reference.FieldChange;
import io.github.remanence.reference.PulseResponse;
import io.github.remanence.reference.ReferenceDevice;

/**
 * One device after one operation: the float32 value that was stored beside the exact one.
 *
 * @param device the device in the field that holds after the operation
 * @param before the float32 value before the operation; the exact value starts from it
 * @param n pulses that the device got, 0 for a change of field
 * @param stored the float32 value after the operation
 * @param expected the exact value, from {@link ReferenceDevice} in double precision
 * @param allowed the largest error that the bound allows here
 */
public record Comparison(
    ReferenceDevice device, float before, double n, float stored, double expected, double allowed) {

  /** A device that got n pulses, held against {@link Bound#ofUpdates}. */
  public static Comparison ofUpdate(ReferenceDevice device, float before, double n, float stored) {
    double expected = device.update(before, n);
    double step = Math.abs(expected - before);
    double allowed =
        Bound.ofUpdates(device) == Bound.UPDATE
            ? Bound.UPDATE.allowed(stored, step)
            : Bound.RESPONSE.allowed(
                largerEnd(device), step * (1 + 0.06 * Math.abs(n)) + 0.4 * device.largestPulse());
    return new Comparison(device, before, n, stored, expected, allowed);
  }

  private static float largerEnd(ReferenceDevice device) {
    return (float) Math.max(Math.abs(device.minConductance()), Math.abs(device.maxConductance()));
  }

  /** A device that got a train of updates as one, held against {@link Bound#TRAIN}. */
  static Comparison ofTrain(ReferenceDevice device, float before, double[] counts, float stored) {
    double expected = before;
    double path = 0;
    double sum = 0;
    for (double n : counts) {
      double next = device.update(expected, n);
      path += Math.abs(next - expected);
      expected = next;
      sum += n;
    }
    double allowed = Bound.TRAIN.allowed(stored, path);
    return new Comparison(device, before, sum, stored, expected, allowed);
  }

  /** A device that kept its pulse coordinate, held against {@link Bound#FIELD_CHANGE}. */
  public static Comparison ofFieldChange(
      ReferenceDevice from, ReferenceDevice to, float before, float stored) {
    double expected = FieldChange.KEEP_PULSES.apply(before, from, to);
    double accelerates = Math.max(0, -nonlinearity(to.depression()));
    double allowed =
        Bound.FIELD_CHANGE.allowed(stored, (1 + accelerates) * to.range())
            + conditioning(from, to, before, expected);
    return new Comparison(to, before, 0, stored, expected, allowed);
  }

  private static double nonlinearity(PulseResponse response) {
    return response instanceof ExponentialResponse exponential ? exponential.nonlinearity() : 0;
  }

  /** What 1 ulp of the old value, once it is in the old window, changes in the exact result. */
  private static double conditioning(
      ReferenceDevice from, ReferenceDevice to, float before, double expected) {
    float inside = (float) from.clamped(before);
    double above = FieldChange.KEEP_PULSES.apply(Math.nextUp(inside), from, to);
    double below = FieldChange.KEEP_PULSES.apply(Math.nextDown(inside), from, to);
    return Math.max(Math.abs(above - expected), Math.abs(below - expected));
  }

  /** The distance from the exact value. */
  public double error() {
    return Math.abs(stored - expected);
  }

  /** The exact change of the value. */
  public double step() {
    return Math.abs(expected - before);
  }

  /**
   * The error in ulp of the stored or of the old value, whichever is larger: a device that comes to
   * rest near zero was not computed to an ulp of that.
   */
  public double ulps() {
    return error() / Math.max(Math.ulp(stored), Math.ulp(before));
  }

  /** The error as a fraction of the conductance window. */
  public double ofWindow() {
    return error() / device.range();
  }

  /** The error as a share of what is allowed. */
  public double share() {
    return Bound.share(error(), allowed);
  }

  /** Where this was: all that is needed to do it again. */
  @Override
  public String toString() {
    return "G = %s, n = %s, %s up, %s down, window [%s, %s]"
        .formatted(
            before,
            n,
            device.potentiation(),
            device.depression(),
            device.minConductance(),
            device.maxConductance());
  }
}
