package io.github.remanence.kernel.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.remanence.kernel.step.AffineMap;
import io.github.remanence.kernel.step.AffineStep;
import io.github.remanence.kernel.step.ExponentialCurve;
import io.github.remanence.kernel.step.FieldStep;
import io.github.remanence.kernel.step.RangeKernel;
import io.github.remanence.kernel.step.RowStep;
import io.github.remanence.kernel.step.VariedDevice.Factors;
import io.github.remanence.kernel.step.VariedDevice.Varies;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What every backend must do to single devices, form by form. */
enum RangeKernelContract implements Clause {
  UNIFORM_HAS_THE_BITS_OF_THE_SCALAR_BACKEND {
    @Override
    public void check(RangeKernel kernel) {
      for (ExponentialCurve curve : Cases.curves()) {
        for (double n : new double[] {1e-6, 1, 3.5, 27, 1000}) {
          sameBits(kernel, curve, step(curve, n));
          sameBits(kernel, curve, step(curve, -n));
        }
      }
    }
  },

  FLOAT32_COUNTS_HAVE_THE_BITS_OF_THE_SCALAR_BACKEND {
    @Override
    public void check(RangeKernel kernel) {
      float[] counts = Cases.counts(MAX_SIZE, 1);
      for (ExponentialCurve curve : Cases.curves()) {
        sameBits(kernel, curve, Cases.counted(curve, counts));
        sameBits(kernel, curve, Cases.scaled(curve, -0.37f, 0.5f, counts));
      }
    }
  },

  INT8_COUNTS_HAVE_THE_BITS_OF_THE_SCALAR_BACKEND {
    @Override
    public void check(RangeKernel kernel) {
      byte[] counts = Cases.byteCounts(MAX_SIZE, 2);
      for (ExponentialCurve curve : Cases.curves()) {
        sameBits(kernel, curve, Cases.tabulated(curve, counts));
        sameBits(kernel, curve, Cases.scaled(curve, 1.5f, 0, counts));
      }
    }
  },

  DEVICES_THAT_DIFFER_HAVE_THE_BITS_OF_THE_SCALAR_BACKEND {
    @Override
    public void check(RangeKernel kernel) {
      float[] counts = Cases.counts(MAX_SIZE, 21);
      counts[0] = Float.MAX_VALUE; // A factor above 1 makes it infinite.
      counts[7] = -Float.MAX_VALUE;
      counts[8] = -Float.MIN_VALUE; // One below 1/2 makes it 0.
      byte[] bytes = Cases.byteCounts(MAX_SIZE, 22);
      for (Varies varies : VARIATIONS) {
        Factors factors = Cases.factors(MAX_SIZE, varies, 23);
        for (ExponentialCurve curve : saturating()) {
          sameBits(kernel, curve, Cases.varied(curve, 0.5f, factors, counts));
          sameBits(kernel, curve, Cases.varied(curve, factors, bytes));
        }
      }
    }
  },

  DEVICES_THAT_DIFFER_ARE_WITHIN_THE_BOUND_OF_THE_REFERENCE {
    @Override
    public void check(RangeKernel kernel) {
      float[] counts = Cases.counts(1024, 24);
      for (Varies varies : VARIATIONS) {
        Factors factors = Cases.factors(counts.length, varies, 25);
        for (ExponentialCurve curve : saturating()) {
          float[] before = Cases.conductances(curve, counts.length, 26);
          float[] after = updated(kernel, Cases.varied(curve, 0, factors, counts), before);
          for (int i = 0; i < before.length; i++) {
            VariedBound.check(Cases.reference(curve, factors, i), before[i], counts[i], after[i]);
          }
        }
      }
    }
  },

  A_CHANGE_OF_FIELD_HAS_THE_BITS_OF_THE_SCALAR_BACKEND {
    @Override
    public void check(RangeKernel kernel) {
      for (ExponentialCurve curve : Cases.curves()) {
        for (double nu : List.of(0.0, 0.7, 6.0, -2.0)) {
          sameBits(
              kernel, curve, FieldStep.between(curve, new ExponentialCurve(2.175, 2.742, 1.5, nu)));
        }
      }
    }
  },

  EVERY_COUNT_IS_WITHIN_THE_BOUND_OF_THE_REFERENCE {
    @Override
    public void check(RangeKernel kernel) {
      float[] counts = Cases.counts(4096, 3);
      byte[] bytes = Cases.byteCounts(4096, 4);
      for (ExponentialCurve curve : Cases.curves()) {
        float[] before = Cases.conductances(curve, counts.length, 5);
        float[] after = updated(kernel, Cases.counted(curve, counts), before);
        UpdateBound.check(Cases.reference(curve), before, i -> counts[i], after);
        after = updated(kernel, Cases.tabulated(curve, bytes), before);
        UpdateBound.check(Cases.reference(curve), before, i -> bytes[i], after);
        after = updated(kernel, Cases.scaled(curve, 0.25f, 2, bytes), before);
        UpdateBound.check(
            Cases.reference(curve),
            before,
            i -> Math.abs(bytes[i]) < 8 ? 0 : bytes[i] / 4.0,
            after);
      }
    }
  },

  UNIFORM_PULSES_ARE_WITHIN_THE_BOUND_OF_THE_REFERENCE {
    @Override
    public void check(RangeKernel kernel) {
      for (ExponentialCurve curve : Cases.curves()) {
        float[] before = Cases.conductances(curve, 1024, 6);
        for (float n : Cases.counts(48, 7)) {
          float[] after = updated(kernel, step(curve, n), before);
          UpdateBound.check(Cases.reference(curve), before, i -> n, after);
        }
      }
    }
  },

  A_CHANGE_OF_FIELD_IS_WITHIN_THE_BOUND_OF_THE_REFERENCE {
    @Override
    public void check(RangeKernel kernel) {
      for (ExponentialCurve from : Cases.curves()) {
        float[] before = Cases.conductances(from, 512, 14);
        for (double nu : Cases.NONLINEARITIES) {
          ExponentialCurve to = new ExponentialCurve(2.175, 2.742, 1.5, nu);
          float[] after = updated(kernel, FieldStep.between(from, to), before);
          FieldChangeBound.check(Cases.reference(from), Cases.reference(to), before, after);
        }
      }
    }
  },

  ZERO_PULSES_LEAVE_EVERY_BIT_INSIDE_THE_WINDOW {
    @Override
    public void check(RangeKernel kernel) {
      for (ExponentialCurve curve : Cases.curves()) {
        float[] before = Cases.conductances(curve, 515, 8);
        if (curve.minConductance() < 0 && curve.maxConductance() > 0) {
          Arrays.fill(before, 100, 200, -0f);
        }
        unchanged(
            kernel, AffineStep.clampInto(curve.minConductance(), curve.maxConductance()), before);
        for (float zero : new float[] {0f, -0f, 0.99f, -0.99f}) {
          float[] counts = new float[before.length];
          Arrays.fill(counts, zero);
          unchanged(kernel, Cases.scaled(curve, 1, 1, counts), before);
        }
        unchanged(kernel, Cases.tabulated(curve, new byte[before.length]), before);
        if (curve.potentiationNonlinearity() >= 0 && curve.depressionNonlinearity() >= 0) {
          Factors slower = Cases.factors(before.length, VARIATIONS.getFirst(), 27);
          float[] few = new float[before.length];
          Arrays.fill(few, -0.4f);
          unchanged(kernel, Cases.varied(curve, 1, slower, few), before);
        }
        unchanged(kernel, Cases.scaled(curve, 1, 0, new byte[before.length]), before);
      }
    }
  },

  WHAT_IS_NOT_FINITE_BECOMES_NAN_AND_STAYS_ALONE {
    @Override
    public void check(RangeKernel kernel) {
      for (ExponentialCurve curve : Cases.curves()) {
        for (float bad : NOT_FINITE) {
          poisonedConductances(kernel, curve, bad);
          poisonedCounts(kernel, curve, bad);
        }
      }
    }
  },

  A_FINITE_VALUE_OUTSIDE_THE_WINDOW_IS_BROUGHT_IN {
    @Override
    public void check(RangeKernel kernel) {
      for (ExponentialCurve curve : Cases.curves()) {
        for (float outside : new float[] {-1e30f, -1e5f, 1e5f, 1e30f, Float.MAX_VALUE}) {
          float[] g = new float[67];
          Arrays.fill(g, outside);
          float end = outside < 0 ? (float) curve.minConductance() : (float) curve.maxConductance();
          assertThat(
                  updated(
                      kernel,
                      AffineStep.clampInto(curve.minConductance(), curve.maxConductance()),
                      g))
              .as("%s from %s", curve, outside)
              .containsOnly(end);
        }
      }
    }
  },

  ONLY_THE_RANGE_IS_TOUCHED {
    @Override
    public void check(RangeKernel kernel) {
      ExponentialCurve curve = new ExponentialCurve(0, 1, 1.5, 2.772);
      onlyRange(kernel, step(curve, -2));
      onlyRange(kernel, Cases.counted(curve, Cases.counts(MAX_SIZE, 9)));
      onlyRange(kernel, Cases.tabulated(curve, Cases.byteCounts(MAX_SIZE, 9)));
      onlyRange(kernel, FieldStep.between(curve, new ExponentialCurve(2, 3, 0, 0)));
    }
  },

  A_PART_OF_A_LARGE_CROSSBAR_HAS_THE_BITS_OF_A_SMALL_ONE {
    @Override
    public void check(RangeKernel kernel) {
      ExponentialCurve curve = new ExponentialCurve(0, 1, 1.5, 2.772);
      float[] counts = Cases.counts(1009, 15);
      byte[] bytes = Cases.byteCounts(1009, 16);
      partOfLarge(kernel, step(curve, -2), curve);
      partOfLarge(kernel, Cases.counted(curve, counts), curve);
      partOfLarge(kernel, Cases.tabulated(curve, bytes), curve);
      for (Varies varies : VARIATIONS) {
        Factors factors = Cases.factors(1009, varies, 17);
        partOfLarge(kernel, Cases.varied(curve, 0.5f, factors, counts), curve);
        partOfLarge(kernel, Cases.varied(curve, factors, bytes), curve);
      }
    }

    private static void partOfLarge(RangeKernel kernel, RowStep step, ExponentialCurve curve) {
      float[] before = Cases.conductances(curve, 1009, 18);
      float[] large = new float[Cases.LARGE];
      int from = large.length - before.length - 3;
      System.arraycopy(before, 0, large, from, before.length);
      step.applyToRow(kernel, MemorySegment.ofArray(large), from, large.length - 3, 0, 0);
      float[] expected = new float[large.length];
      float[] after = updated(Candidates.ORACLE, step, before);
      System.arraycopy(after, 0, expected, from, after.length);
      assertThat(Arrays.mismatch(large, expected)).as("%s", step).isEqualTo(-1);
    }
  };

  private static final int MAX_SIZE = Cases.SIZES.getLast();
  static final List<Varies> VARIATIONS =
      List.of(
          new Varies(true, false, false, false),
          new Varies(false, true, false, false),
          new Varies(false, false, true, false),
          new Varies(true, true, true, false),
          new Varies(true, false, false, true),
          new Varies(false, true, false, true),
          new Varies(true, true, true, true));
  static final float[] NOT_FINITE = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY};

  static List<ExponentialCurve> saturating() {
    return Cases.curves().stream()
        .filter(c -> c.potentiationNonlinearity() >= 0 && c.depressionNonlinearity() >= 0)
        .filter(c -> c.potentiationNonlinearity() < 30) // A factor of 1.7 stays below 60.
        .toList();
  }

  private static AffineStep step(ExponentialCurve curve, double n) {
    AffineMap map =
        n > 0
            ? AffineMap.potentiation(curve.potentiationNonlinearity(), Cases.PULSES, n)
            : AffineMap.depression(curve.depressionNonlinearity(), Cases.PULSES, -n);
    return AffineStep.of(map, curve);
  }

  static float[] updated(RangeKernel kernel, RowStep step, float[] before) {
    float[] after = before.clone();
    if (kernel instanceof GpuRanges gpu) {
      gpu.run(step, after);
    } else {
      step.applyToRow(kernel, MemorySegment.ofArray(after), 0, after.length, 0, 0);
    }
    return after;
  }

  static void sameBits(RangeKernel kernel, ExponentialCurve curve, RowStep step) {
    for (int size : Cases.SIZES) {
      float[] before = Cases.conductances(curve, size, size);
      assertThat(updated(kernel, step, before))
          .as("%s, %d devices", curve, size)
          .isEqualTo(updated(Candidates.ORACLE, step, before));
    }
  }

  static void unchanged(RangeKernel kernel, RowStep step, float[] before) {
    float[] after = updated(kernel, step, before);
    for (int i = 0; i < before.length; i++) {
      assertThat(Float.floatToRawIntBits(after[i]))
          .as("bits of device %d, %s became %s", i, before[i], after[i])
          .isEqualTo(Float.floatToRawIntBits(before[i]));
    }
  }

  private static void poisonedConductances(RangeKernel kernel, ExponentialCurve curve, float bad) {
    List<RowStep> steps =
        List.of(
            AffineStep.clampInto(curve.minConductance(), curve.maxConductance()),
            step(curve, 3),
            step(curve, -3),
            Cases.counted(curve, Cases.counts(67, 10)),
            Cases.counted(curve, new float[67]),
            Cases.tabulated(curve, Cases.byteCounts(67, 10)),
            Cases.tabulated(curve, new byte[67]),
            FieldStep.between(curve, new ExponentialCurve(2, 3, 0, 0)));
    if (saturating().contains(curve)) {
      Factors factors = Cases.factors(67, VARIATIONS.getLast(), 28);
      steps = new ArrayList<>(steps);
      steps.add(Cases.varied(curve, 0, factors, Cases.counts(67, 10)));
      steps.add(Cases.varied(curve, 0, factors, new float[67]));
    }
    for (RowStep step : steps) {
      float[] g = Cases.conductances(curve, 67, 11);
      g[5] = bad;
      g[66] = bad;
      onlyNan(updated(kernel, step, g), curve + " with conductance " + bad + ", " + step);
    }
  }

  private static void poisonedCounts(RangeKernel kernel, ExponentialCurve curve, float bad) {
    float[] counts = Cases.counts(67, 12);
    counts[5] = bad;
    counts[66] = bad;
    float[] g = Cases.conductances(curve, 67, 13);
    onlyNan(updated(kernel, Cases.counted(curve, counts), g), curve + " with count " + bad);
    if (saturating().contains(curve)) {
      Factors factors = Cases.factors(67, VARIATIONS.getLast(), 29);
      onlyNan(
          updated(kernel, Cases.varied(curve, 0, factors, counts), g),
          curve + " that differ, with count " + bad);
    }
  }

  static void onlyNan(float[] g, String what) {
    for (int i = 0; i < g.length; i++) {
      assertThat(Float.isNaN(g[i]))
          .as("%s: device %d is %s", what, i, g[i])
          .isEqualTo(i == 5 || i == 66);
      assertThat(g[i])
          .as("%s: device %d", what, i)
          .isNotIn(Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY);
    }
  }

  private static void onlyRange(RangeKernel kernel, RowStep step) {
    float sentinel = 77f;
    for (int size : Cases.SIZES) {
      for (int from : new int[] {1, 3, 8, 13}) {
        float[] g = new float[from + size + 40];
        Arrays.fill(g, sentinel);
        Arrays.fill(g, from, from + size, 0.5f);
        if (from + size <= MAX_SIZE) {
          step.applyToRow(kernel, MemorySegment.ofArray(g), from, from + size, 0, 0);
          assertThat(Arrays.copyOf(g, from)).containsOnly(sentinel);
          assertThat(Arrays.copyOfRange(g, from + size, g.length)).containsOnly(sentinel);
          assertThat(Arrays.copyOfRange(g, from, from + size)).doesNotContain(sentinel);
        }
      }
    }
  }
}
