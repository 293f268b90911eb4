package io.github.remanence.reference;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * A crossbar as {@code double[rows][cols]}: the same device equation in every cell, one after
 * another.
 *
 * <p>Every method returns a new array and leaves its arguments alone. A value that is not finite
 * makes its own cell NaN and no other.
 */
public final class ReferenceCrossbar {
  private ReferenceCrossbar() {}

  /**
   * {@return the conductances after n pulses on every device}
   *
   * @param device the device in every cell
   * @param conductances rows x cols
   * @param n signed pulse count
   */
  public static double[][] update(ReferenceDevice device, double[][] conductances, double n) {
    return map(conductances, g -> device.update(g, n));
  }

  /**
   * {@return the conductances after each device received its own pulses}
   *
   * @param device the device in every cell
   * @param conductances rows x cols
   * @param counts signed pulse counts, rows x cols
   * @throws IllegalArgumentException if the shapes differ
   */
  public static double[][] update(
      ReferenceDevice device, double[][] conductances, double[][] counts) {
    requireSameLength("rows", counts.length, conductances.length);
    double[][] updated = new double[conductances.length][];
    for (int row = 0; row < conductances.length; row++) {
      updated[row] = updateRow(device, conductances[row], counts[row]);
    }
    return updated;
  }

  /**
   * {@return the conductances after a change of field}
   *
   * @param change what each device keeps
   * @param conductances rows x cols
   * @param before the device in the old field
   * @param after the device in the new field
   */
  public static double[][] changeField(
      FieldChange change, double[][] conductances, ReferenceDevice before, ReferenceDevice after) {
    return map(conductances, g -> change.apply(g, before, after));
  }

  private static double[] updateRow(
      ReferenceDevice device, double[] conductances, double[] counts) {
    requireSameLength("columns", counts.length, conductances.length);
    double[] updated = new double[conductances.length];
    for (int col = 0; col < conductances.length; col++) {
      updated[col] = device.update(conductances[col], counts[col]);
    }
    return updated;
  }

  private static double[][] map(double[][] conductances, DoubleUnaryOperator cell) {
    return Arrays.stream(conductances)
        .map(row -> Arrays.stream(row).map(cell).toArray())
        .toArray(double[][]::new);
  }

  private static void requireSameLength(String what, int counts, int conductances) {
    if (counts != conductances) {
      throw new IllegalArgumentException(
          "pulse counts must have the shape of the conductances: %d %s of conductances, %d of counts"
              .formatted(conductances, what, counts));
    }
  }
}
