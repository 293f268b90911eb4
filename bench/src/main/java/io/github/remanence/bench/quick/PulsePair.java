package io.github.remanence.bench.quick;

import io.github.remanence.kernel.Pulses;

/**
 * Pulses and their opposite, by turns. Updates in place drift: the same pulses again and again
 * drive every device to a bound, and then the clamp is what is measured. Pulses up and down keep
 * the devices inside the window, and cost the same.
 */
public final class PulsePair {

  /** A conductance is read and written, 4 bytes each time. */
  public static final int CONDUCTANCE_BYTES = 2 * Float.BYTES;

  private final Pulses forth;
  private final Pulses back;
  private final int bytesPerDevice;
  private boolean turned;

  private PulsePair(Pulses forth, Pulses back, int countBytes) {
    this.forth = forth;
    this.back = back;
    this.bytesPerDevice = CONDUCTANCE_BYTES + countBytes;
  }

  /**
   * Pulses of any form, and their opposite.
   *
   * @param countBytes what an update reads for each device besides its conductance
   */
  public static PulsePair of(Pulses forth, Pulses back, int countBytes) {
    return new PulsePair(forth, back, countBytes);
  }

  /** n pulses for every device, then -n. */
  public static PulsePair uniform(double n) {
    return new PulsePair(Pulses.uniform(n), Pulses.uniform(-n), 0);
  }

  /**
   * A signed byte for each device, then its opposite.
   *
   * @param counts rows * cols counts, not -128
   */
  public static PulsePair int8(byte[] counts, long rows, long cols) {
    return int8(counts, rows, cols, 0);
  }

  /**
   * The same for devices that differ.
   *
   * @param factorBytes the factors of a device
   */
  public static PulsePair int8(byte[] counts, long rows, long cols, int factorBytes) {
    byte[] opposite = new byte[counts.length];
    for (int i = 0; i < counts.length; i++) {
      opposite[i] = (byte) -counts[i];
    }
    return new PulsePair(
        Pulses.int8(counts, rows, cols),
        Pulses.int8(opposite, rows, cols),
        Byte.BYTES + factorBytes);
  }

  /**
   * A float32 for each device, then its opposite.
   *
   * @param counts rows * cols counts
   */
  public static PulsePair float32(float[] counts, long rows, long cols) {
    float[] opposite = new float[counts.length];
    for (int i = 0; i < counts.length; i++) {
      opposite[i] = -counts[i];
    }
    return new PulsePair(
        Pulses.float32(counts, rows, cols), Pulses.float32(opposite, rows, cols), Float.BYTES);
  }

  /** The pulses as given at first, then their opposite, and so on. */
  public Pulses next() {
    turned = !turned;
    return turned ? forth : back;
  }

  /** Bytes that an update must move for each device: its conductance twice, its count once. */
  public int bytesPerDevice() {
    return bytesPerDevice;
  }
}
