package io.github.remanence.validate;

import java.util.Locale;

/** The forms in which pulse counts come; each has its own code in a kernel. */
enum Counts {
  /** One count for all devices. */
  UNIFORM {
    @Override
    Trial trial(Twin twin, float[] before, Samples samples, double from, double to) {
      return Trial.uniform(twin, before, samples.count(from, to));
    }
  },

  /** A signed byte for each device. */
  INT8 {
    @Override
    Trial trial(Twin twin, float[] before, Samples samples, double from, double to) {
      byte[] counts = new byte[before.length];
      for (int i = 0; i < counts.length; i++) {
        double whole = Math.rint(samples.count(from, to));
        counts[i] = (byte) Math.clamp(whole, Byte.MIN_VALUE, Byte.MAX_VALUE);
      }
      return Trial.int8(twin, before, counts);
    }
  },

  /** A float32 for each device. */
  FLOAT32 {
    @Override
    Trial trial(Twin twin, float[] before, Samples samples, double from, double to) {
      float[] counts = new float[before.length];
      for (int i = 0; i < counts.length; i++) {
        counts[i] = (float) samples.count(from, to);
      }
      return Trial.float32(twin, before, counts);
    }
  };

  /** One update with counts of either sign and a magnitude in [from, to), rounded to this form. */
  abstract Trial trial(Twin twin, float[] before, Samples samples, double from, double to);

  /** As users write it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
