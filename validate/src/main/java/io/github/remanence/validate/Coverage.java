package io.github.remanence.validate;

/** At which floats the kernel's functions of one number are measured. */
public enum Coverage {
  /** Every 1009th, in a fraction of a second. */
  SAMPLE(1009),

  /** Every one, in minutes. */
  EVERY_FLOAT(1);

  private final int stride;

  Coverage(int stride) {
    this.stride = stride;
  }

  /** From one float to the next one that is measured, in floats. */
  int stride() {
    return stride;
  }

  /** Such as {@code every float}. */
  @Override
  public String toString() {
    return stride == 1 ? "every float" : "every %dth float".formatted(stride);
  }
}
