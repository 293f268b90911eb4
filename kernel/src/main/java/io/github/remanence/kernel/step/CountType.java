package io.github.remanence.kernel.step;

/** How the pulse counts of single devices are stored. */
public enum CountType {
  /** One signed byte a device. */
  INT8(Byte.BYTES),
  /** One float32 a device; counts may be fractional. */
  FLOAT32(Float.BYTES);

  private final int bytes;

  CountType(int bytes) {
    this.bytes = bytes;
  }

  /** Bytes a device. */
  public int bytes() {
    return bytes;
  }
}
