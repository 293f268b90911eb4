package io.github.remanence.validate;

/**
 * At which floats the kernel's functions of one number are measured, and at which words its normal
 * numbers.
 */
public enum Coverage {
  /** Every 1009th, in a fraction of a second. */
  SAMPLE(1009),

  /** Every one, in minutes. */
  EVERY_FLOAT(1);

  private final int stride;

  Coverage(int stride) {
    this.stride = stride;
  }

  /** From one float or word to the next one that is measured. */
  int stride() {
    return stride;
  }

  /** Such as {@code every float y}. */
  String of(String argument) {
    return stride == 1 ? "every " + argument : "every %dth %s".formatted(stride, argument);
  }
}
