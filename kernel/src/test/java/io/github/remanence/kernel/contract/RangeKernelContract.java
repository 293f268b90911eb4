package io.github.remanence.kernel.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.remanence.kernel.device.DeviceCurve;
import io.github.remanence.kernel.step.AffineMap;
import io.github.remanence.kernel.step.AffineStep;
import io.github.remanence.kernel.step.CountType;
import io.github.remanence.kernel.step.FieldStep;
import io.github.remanence.kernel.step.PulseStep;
import io.github.remanence.kernel.step.RangeKernel;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;

/**
 * What every backend must do, form by form. Each clause throws an AssertionError where it does not
 * hold.
 */
enum RangeKernelContract {
  UNIFORM_HAS_THE_BITS_OF_THE_SCALAR_BACKEND {
    @Override
    void check(RangeKernel kernel) {
      for (DeviceCurve curve : Cases.curves()) {
        for (double n : new double[] {1e-6, 1, 3.5, 27, 1000}) {
          AffineStep up = step(curve, n);
          AffineStep down = step(curve, -n);
          sameBits(kernel, curve, (k, g, from, to) -> k.uniform(up, g, from, to));
          sameBits(kernel, curve, (k, g, from, to) -> k.uniform(down, g, from, to));
        }
      }
    }
  },

  FLOAT32_COUNTS_HAVE_THE_BITS_OF_THE_SCALAR_BACKEND {
    @Override
    void check(RangeKernel kernel) {
      MemorySegment counts = MemorySegment.ofArray(Cases.counts(MAX_SIZE, 1));
      for (DeviceCurve curve : Cases.curves()) {
        PulseStep step = PulseStep.of(curve, Cases.PULSES, Cases.PULSES);
        sameBits(
            kernel,
            curve,
            (k, g, from, to) -> k.perDevice(step, CountType.FLOAT32, counts, g, from, to));
      }
    }
  },

  INT8_COUNTS_HAVE_THE_BITS_OF_THE_SCALAR_BACKEND {
    @Override
    void check(RangeKernel kernel) {
      MemorySegment counts = MemorySegment.ofArray(Cases.byteCounts(MAX_SIZE, 2));
      for (DeviceCurve curve : Cases.curves()) {
        PulseStep step = PulseStep.of(curve, Cases.PULSES, Cases.PULSES);
        sameBits(
            kernel,
            curve,
            (k, g, from, to) -> k.perDevice(step, CountType.INT8, counts, g, from, to));
      }
    }
  },

  A_CHANGE_OF_FIELD_HAS_THE_BITS_OF_THE_SCALAR_BACKEND {
    @Override
    void check(RangeKernel kernel) {
      for (DeviceCurve curve : Cases.curves()) {
        for (double nu : List.of(0.0, 0.7, 6.0, -2.0)) {
          FieldStep step = FieldStep.between(curve, new DeviceCurve(2.175, 2.742, 1.5, nu));
          sameBits(kernel, curve, (k, g, from, to) -> k.changeField(step, g, from, to));
        }
      }
    }
  },

  EVERY_COUNT_IS_WITHIN_THE_BOUND_OF_THE_REFERENCE {
    @Override
    void check(RangeKernel kernel) {
      float[] counts = Cases.counts(4096, 3);
      byte[] bytes = Cases.byteCounts(4096, 4);
      for (DeviceCurve curve : Cases.curves()) {
        PulseStep step = PulseStep.of(curve, Cases.PULSES, Cases.PULSES);
        float[] before = Cases.conductances(curve, counts.length, 5);
        float[] after = before.clone();
        kernel.perDevice(step, CountType.FLOAT32, memory(counts), memory(after), 0, after.length);
        UpdateBound.check(Cases.reference(curve), before, i -> counts[i], after);
        after = before.clone();
        MemorySegment asBytes = MemorySegment.ofArray(bytes);
        kernel.perDevice(step, CountType.INT8, asBytes, memory(after), 0, after.length);
        UpdateBound.check(Cases.reference(curve), before, i -> bytes[i], after);
      }
    }
  },

  UNIFORM_PULSES_ARE_WITHIN_THE_BOUND_OF_THE_REFERENCE {
    @Override
    void check(RangeKernel kernel) {
      for (DeviceCurve curve : Cases.curves()) {
        float[] before = Cases.conductances(curve, 1024, 6);
        for (float n : Cases.counts(48, 7)) {
          float[] after = before.clone();
          kernel.uniform(step(curve, n), memory(after), 0, after.length);
          UpdateBound.check(Cases.reference(curve), before, i -> n, after);
        }
      }
    }
  },

  A_CHANGE_OF_FIELD_IS_WITHIN_THE_BOUND_OF_THE_REFERENCE {
    @Override
    void check(RangeKernel kernel) {
      for (DeviceCurve from : Cases.curves()) {
        float[] before = Cases.conductances(from, 512, 14);
        for (double nu : Cases.NONLINEARITIES) {
          DeviceCurve to = new DeviceCurve(2.175, 2.742, 1.5, nu);
          float[] after = before.clone();
          kernel.changeField(FieldStep.between(from, to), memory(after), 0, after.length);
          FieldChangeBound.check(Cases.reference(from), Cases.reference(to), before, after);
        }
      }
    }
  },

  ZERO_PULSES_LEAVE_EVERY_BIT_INSIDE_THE_WINDOW {
    @Override
    void check(RangeKernel kernel) {
      for (DeviceCurve curve : Cases.curves()) {
        float[] before = Cases.conductances(curve, 515, 8);
        if (curve.minConductance() < 0 && curve.maxConductance() > 0) {
          Arrays.fill(before, 100, 200, -0f);
        }
        PulseStep step = PulseStep.of(curve, Cases.PULSES, Cases.PULSES);
        unchanged(before, g -> kernel.uniform(AffineStep.clampInto(curve), g, 0, before.length));
        for (float zero : new float[] {0f, -0f}) {
          float[] zeros = new float[before.length];
          Arrays.fill(zeros, zero);
          unchanged(
              before,
              g -> kernel.perDevice(step, CountType.FLOAT32, memory(zeros), g, 0, before.length));
        }
        MemorySegment zeros = MemorySegment.ofArray(new byte[before.length]);
        unchanged(before, g -> kernel.perDevice(step, CountType.INT8, zeros, g, 0, before.length));
      }
    }
  },

  WHAT_IS_NOT_FINITE_BECOMES_NAN_AND_STAYS_ALONE {
    @Override
    void check(RangeKernel kernel) {
      for (DeviceCurve curve : Cases.curves()) {
        for (float bad : NOT_FINITE) {
          poisonedConductances(kernel, curve, bad);
          poisonedCounts(kernel, curve, bad);
        }
      }
    }
  },

  A_FINITE_VALUE_OUTSIDE_THE_WINDOW_IS_BROUGHT_IN {
    @Override
    void check(RangeKernel kernel) {
      for (DeviceCurve curve : Cases.curves()) {
        for (float outside : new float[] {-1e30f, -1e5f, 1e5f, 1e30f, Float.MAX_VALUE}) {
          float[] g = new float[67];
          Arrays.fill(g, outside);
          kernel.uniform(AffineStep.clampInto(curve), memory(g), 0, g.length);
          float end = outside < 0 ? (float) curve.minConductance() : (float) curve.maxConductance();
          assertThat(g).as("%s from %s", curve, outside).containsOnly(end);
        }
      }
    }
  },

  ONLY_THE_RANGE_IS_TOUCHED {
    @Override
    void check(RangeKernel kernel) {
      DeviceCurve curve = new DeviceCurve(0, 1, 1.5, 2.772);
      MemorySegment counts = memory(Cases.counts(MAX_SIZE, 9));
      PulseStep pulses = PulseStep.of(curve, Cases.PULSES, Cases.PULSES);
      FieldStep field = FieldStep.between(curve, new DeviceCurve(2, 3, 0, 0));
      onlyRange(kernel, (k, g, from, to) -> k.uniform(step(curve, -2), g, from, to));
      onlyRange(
          kernel, (k, g, from, to) -> k.perDevice(pulses, CountType.FLOAT32, counts, g, from, to));
      onlyRange(kernel, (k, g, from, to) -> k.changeField(field, g, from, to));
    }
  };

  abstract void check(RangeKernel kernel);

  private static final int MAX_SIZE = Cases.SIZES.getLast();
  private static final float[] NOT_FINITE = {
    Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY
  };

  /** One form of the update, on a range. */
  private interface Form {
    void apply(RangeKernel kernel, MemorySegment conductances, long from, long to);
  }

  private interface Update {
    void apply(MemorySegment conductances);
  }

  private static MemorySegment memory(float[] values) {
    return MemorySegment.ofArray(values);
  }

  private static AffineStep step(DeviceCurve curve, double n) {
    AffineMap map =
        n > 0
            ? AffineMap.potentiation(curve.potentiationNonlinearity(), Cases.PULSES, n)
            : AffineMap.depression(curve.depressionNonlinearity(), Cases.PULSES, -n);
    return AffineStep.of(map, curve);
  }

  private static void sameBits(RangeKernel kernel, DeviceCurve curve, Form form) {
    for (int size : Cases.SIZES) {
      float[] expected = Cases.conductances(curve, size, size);
      float[] actual = expected.clone();
      form.apply(Candidates.ORACLE, memory(expected), 0, size);
      form.apply(kernel, memory(actual), 0, size);
      assertThat(actual).as("%s, %d devices", curve, size).isEqualTo(expected);
    }
  }

  private static void unchanged(float[] before, Update update) {
    float[] after = before.clone();
    update.apply(memory(after));
    for (int i = 0; i < before.length; i++) {
      assertThat(Float.floatToRawIntBits(after[i]))
          .as("bits of device %d, %s became %s", i, before[i], after[i])
          .isEqualTo(Float.floatToRawIntBits(before[i]));
    }
  }

  private static void poisonedConductances(RangeKernel kernel, DeviceCurve curve, float bad) {
    FieldStep field = FieldStep.between(curve, new DeviceCurve(2, 3, 0, 0));
    PulseStep pulses = PulseStep.of(curve, Cases.PULSES, Cases.PULSES);
    float[] counts = Cases.counts(67, 10);
    List<Update> updates =
        List.of(
            g -> kernel.uniform(AffineStep.clampInto(curve), g, 0, 67),
            g -> kernel.uniform(step(curve, 3), g, 0, 67),
            g -> kernel.uniform(step(curve, -3), g, 0, 67),
            g -> kernel.perDevice(pulses, CountType.FLOAT32, memory(counts), g, 0, 67),
            g -> kernel.perDevice(pulses, CountType.FLOAT32, memory(new float[67]), g, 0, 67),
            g -> kernel.changeField(field, g, 0, 67));
    for (Update update : updates) {
      float[] g = Cases.conductances(curve, 67, 11);
      g[5] = bad;
      g[66] = bad;
      update.apply(memory(g));
      onlyNan(g, curve + " with conductance " + bad);
    }
  }

  private static void poisonedCounts(RangeKernel kernel, DeviceCurve curve, float bad) {
    float[] counts = Cases.counts(67, 12);
    counts[5] = bad;
    counts[66] = bad;
    float[] g = Cases.conductances(curve, 67, 13);
    PulseStep step = PulseStep.of(curve, Cases.PULSES, Cases.PULSES);
    kernel.perDevice(step, CountType.FLOAT32, memory(counts), memory(g), 0, 67);
    onlyNan(g, curve + " with count " + bad);
  }

  private static void onlyNan(float[] g, String what) {
    for (int i = 0; i < g.length; i++) {
      assertThat(Float.isNaN(g[i]))
          .as("%s: device %d is %s", what, i, g[i])
          .isEqualTo(i == 5 || i == 66);
      assertThat(g[i])
          .as("%s: device %d", what, i)
          .isNotIn(Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY);
    }
  }

  private static void onlyRange(RangeKernel kernel, Form form) {
    float sentinel = 77f;
    for (int size : Cases.SIZES) {
      for (int from : new int[] {1, 3, 8, 13}) {
        float[] g = new float[from + size + 40];
        Arrays.fill(g, sentinel);
        Arrays.fill(g, from, from + size, 0.5f);
        if (from + size <= MAX_SIZE) {
          form.apply(kernel, memory(g), from, from + size);
          assertThat(Arrays.copyOf(g, from)).containsOnly(sentinel);
          assertThat(Arrays.copyOfRange(g, from + size, g.length)).containsOnly(sentinel);
          assertThat(Arrays.copyOfRange(g, from, from + size)).doesNotContain(sentinel);
        }
      }
    }
  }
}
