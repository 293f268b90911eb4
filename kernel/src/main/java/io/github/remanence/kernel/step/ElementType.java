package io.github.remanence.kernel.step;

/** How the numbers of a {@link Matrix} are stored. */
public enum ElementType {
  /** A signed byte. */
  INT8(Byte.BYTES),
  /** An IEEE float of 16 bits. */
  FLOAT16(Short.BYTES),
  /** An IEEE float of 32 bits. */
  FLOAT32(Float.BYTES);

  private final int bytes;

  ElementType(int bytes) {
    this.bytes = bytes;
  }

  /** Bytes of one number. */
  public int bytes() {
    return bytes;
  }
}
