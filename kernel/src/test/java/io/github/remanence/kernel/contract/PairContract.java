package io.github.remanence.kernel.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.remanence.kernel.step.ElementType;
import io.github.remanence.kernel.step.ExponentialCurve;
import io.github.remanence.kernel.step.Matrix;
import io.github.remanence.kernel.step.RangeKernel;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;

/** What every backend must do to differential pairs. */
enum PairContract implements Clause {
  PAIRS_HAVE_THE_BITS_OF_THE_SCALAR_BACKEND {
    @Override
    public void check(RangeKernel kernel) {
      for (ExponentialCurve curve : Cases.curves()) {
        for (PairUpdate update : updates(curve)) {
          for (int size : SIZES) {
            Pairs before = Pairs.in(curve, size, size);
            before
                .updated(update, kernel)
                .requireBitsOf(before.updated(update, Candidates.ORACLE), update);
          }
        }
      }
    }
  },

  PAIRS_OUTSIDE_THEIR_WINDOW_HAVE_THE_BITS_OF_THE_SCALAR_BACKEND {
    @Override
    public void check(RangeKernel kernel) {
      float[] outside = {-Float.MAX_VALUE, -1e30f, -3, -0f, 3, 1e30f, Float.MAX_VALUE};
      for (ExponentialCurve curve : Cases.curves()) {
        Pairs before = Pairs.in(curve, 1009, 53);
        for (int i = 0; i < before.size(); i += 5) {
          before.plus[i] = outside[i % outside.length];
          before.minus[before.size() - 1 - i] = outside[(i + 3) % outside.length];
        }
        float[] counts = Cases.counts(before.size(), 54);
        Arrays.fill(counts, 300, 900, 0); // So many that backends may notice.
        PairUpdate update = PairUpdate.of(curve, counts);
        before
            .updated(update, kernel)
            .requireBitsOf(before.updated(update, Candidates.ORACLE), update);
      }
    }
  },

  PAIRS_ARE_WITHIN_THE_BOUND_OF_THE_REFERENCE {
    @Override
    public void check(RangeKernel kernel) {
      float[] counts = Cases.counts(2048, 41);
      for (ExponentialCurve curve : Cases.curves()) {
        PairBound bound =
            new PairBound(
                Cases.reference(curve),
                (device, before, exact) -> UpdateBound.allowed(before, exact));
        Pairs before = Pairs.in(curve, counts.length, 42);
        Pairs after = before.updated(PairUpdate.of(curve, counts), kernel);
        for (int i = 0; i < counts.length; i++) {
          bound.check(before.plus[i], before.minus[i], counts[i], after.plus[i], after.minus[i]);
        }
      }
    }
  },

  PAIRS_THAT_DIFFER_ARE_WITHIN_THE_BOUND_OF_THE_REFERENCE {
    @Override
    public void check(RangeKernel kernel) {
      byte[] counts = Cases.byteCounts(2048, 43);
      Matrix ofPlus = Cases.halves(counts.length, 0, 2, 44);
      Matrix ofMinus = Cases.halves(counts.length, 0, 2, 45);
      for (ExponentialCurve curve : saturating()) {
        PairBound bound = new PairBound(Cases.reference(curve), VariedBound::allowed);
        Pairs before = Pairs.in(curve, counts.length, 46);
        PairUpdate update =
            PairUpdate.of(curve, counts).scaled(-0.25f, 0).withFactors(ofPlus, ofMinus);
        Pairs after = before.updated(update, kernel);
        for (int i = 0; i < counts.length; i++) {
          double n = -0.25 * counts[i] * Cases.factor(counts[i] > 0 ? ofPlus : ofMinus, i);
          bound.check(before.plus[i], before.minus[i], n, after.plus[i], after.minus[i]);
        }
      }
    }
  },

  A_REFRESH_KEEPS_THE_WEIGHT_AND_LEAVES_NOBODY_AT_THE_LOWER_END_ALONE {
    @Override
    public void check(RangeKernel kernel) {
      for (ExponentialCurve curve : Cases.curves()) {
        float min = (float) curve.minConductance();
        float max = (float) curve.maxConductance();
        Pairs before = Pairs.in(curve, 2048, 47);
        Arrays.fill(before.plus, 0, 700, min);
        Arrays.fill(before.minus, 600, 1300, min);
        Pairs after = before.updated(PairUpdate.of(curve, new byte[before.size()]), kernel);
        for (int i = 0; i < before.size(); i++) {
          assertThat((double) after.plus[i] - after.minus[i])
              .as("weight of (%s, %s) on %s", before.plus[i], before.minus[i], curve)
              .isCloseTo((double) before.plus[i] - before.minus[i], within((double) Math.ulp(max)));
          assertThat(after.plus[i]).isBetween(min, max);
          assertThat(after.minus[i]).isBetween(min, max);
          if (after.plus[i] == min || after.minus[i] == min) {
            assertThat(Math.max(after.plus[i], after.minus[i])).isEqualTo(max);
          }
        }
      }
    }
  },

  ZERO_PULSES_LEAVE_EVERY_BIT_OF_A_PAIR_ABOVE_THE_LOWER_END {
    @Override
    public void check(RangeKernel kernel) {
      for (ExponentialCurve curve : Cases.curves()) {
        Pairs before = aboveTheLowerEnd(curve, 515);
        for (float few : new float[] {0f, -0f, 0.99f, -0.99f}) {
          float[] counts = new float[before.size()];
          Arrays.fill(counts, few);
          PairUpdate update = PairUpdate.of(curve, counts).scaled(1, 1);
          before.updated(update, kernel).requireBitsOf(before, update);
        }
        PairUpdate none = PairUpdate.of(curve, new byte[before.size()]);
        before.updated(none, kernel).requireBitsOf(before, none);
      }
    }
  },

  A_CONDUCTANCE_THAT_IS_NOT_FINITE_BECOMES_NAN_AND_ITS_PAIR_IS_NOT_REFRESHED {
    @Override
    public void check(RangeKernel kernel) {
      for (ExponentialCurve curve : Cases.curves()) {
        for (PairUpdate update : updates(curve)) {
          for (float bad : NOT_FINITE) {
            Pairs before = Pairs.in(curve, 67, 49);
            // Nothing for these two, so that nothing but a refresh could move the other device.
            PairUpdate quiet = update.quietAt(5, 66);
            Pairs expected = before.updated(quiet, kernel);
            poison(before.plus, expected.plus, before.minus, expected.minus, 5, bad, curve);
            poison(before.minus, expected.minus, before.plus, expected.plus, 66, bad, curve);
            before.updated(quiet, kernel).requireBitsOf(expected, quiet);
          }
        }
      }
    }

    // A bad device beside one at the lower end.
    private static void poison(
        float[] before,
        float[] expected,
        float[] othersBefore,
        float[] othersExpected,
        int i,
        float bad,
        ExponentialCurve curve) {
      before[i] = bad;
      expected[i] = Float.NaN;
      othersBefore[i] = (float) curve.minConductance();
      othersExpected[i] = othersBefore[i];
    }
  },

  A_COUNT_THAT_IS_NOT_FINITE_MAKES_ONE_DEVICE_OF_ITS_PAIR_NAN {
    @Override
    public void check(RangeKernel kernel) {
      for (ExponentialCurve curve : Cases.curves()) {
        for (float bad : NOT_FINITE) {
          float[] counts = Cases.counts(67, 50);
          PairUpdate clean = PairUpdate.of(curve, counts.clone());
          counts[5] = bad;
          counts[66] = bad;
          PairUpdate update = PairUpdate.of(curve, counts);
          // A factor of 0 makes NaN of an infinite count, and who is then concerned is a choice.
          Matrix zeroAt5 = Cases.halves(counts.length, 0, 2, 51);
          zeroAt5.memory().asSlice(5 * Short.BYTES, Short.BYTES).fill((byte) 0);
          onlyOneNan(kernel, update, clean);
          onlyOneNan(
              kernel, update.withFactors(zeroAt5, zeroAt5), clean.withFactors(zeroAt5, zeroAt5));
        }
      }
    }

    private static void onlyOneNan(RangeKernel kernel, PairUpdate update, PairUpdate clean) {
      Pairs before = aboveTheLowerEnd(update.curve(), 67);
      Pairs after = before.updated(update, kernel);
      after.requireBitsOf(before.updated(update, Candidates.ORACLE), update);
      Pairs expected = before.updated(clean, kernel);
      for (int i : new int[] {5, 66}) {
        boolean isPlus = Float.isNaN(after.plus[i]);
        expected.plus[i] = isPlus ? Float.NaN : before.plus[i];
        expected.minus[i] = isPlus ? before.minus[i] : Float.NaN;
      }
      after.requireBitsOf(expected, update);
    }
  },

  ONLY_THE_RANGE_OF_PAIRS_IS_TOUCHED_WHEREVER_IT_LIES {
    @Override
    public void check(RangeKernel kernel) {
      ExponentialCurve curve = new ExponentialCurve(0, 1, 1.5, 2.772);
      for (PairUpdate update : updates(curve)) {
        for (int size : List.of(0, 1, 7, 61, 257, 1009)) {
          Pairs before = Pairs.in(curve, size, 52);
          PairUpdate fromRow1Column3 = update.with(PairContract::inRowsOf7);
          PairUpdate fromItsStart = update.with(PairContract::fromRow1Column3);
          Pairs expected = before.updated(fromItsStart, Candidates.ORACLE);
          onlyRange(kernel, fromRow1Column3, size + 40, before, expected);
          onlyRange(kernel, fromRow1Column3, Cases.LARGE, before, expected);
        }
      }
    }

    // The pairs are in row 1 from column 3 on, and the plus devices lie somewhere else.
    private static void onlyRange(
        RangeKernel kernel, PairUpdate update, int plusSize, Pairs before, Pairs expected) {
      int size = before.size();
      int stride = size + 13;
      float[] plus = among(SENTINEL, before.plus, 5, plusSize);
      float[] minus = among(SENTINEL, before.minus, stride + 3, 3 * stride);
      MemorySegment others = MemorySegment.ofArray(minus);
      update
          .on(new Matrix(others, ElementType.FLOAT32, 3, size + 6, stride))
          .applyToRow(kernel, MemorySegment.ofArray(plus), 5, 5 + size, 1, 3);
      assertThat(Arrays.mismatch(plus, among(SENTINEL, expected.plus, 5, plusSize))).isEqualTo(-1);
      assertThat(minus).isEqualTo(among(SENTINEL, expected.minus, stride + 3, minus.length));
    }

    private static float[] among(float sentinel, float[] devices, int place, int size) {
      float[] all = new float[size];
      Arrays.fill(all, sentinel);
      System.arraycopy(devices, 0, all, place, devices.length);
      return all;
    }
  };

  private static final float SENTINEL = 77;

  /** Up to several blocks of pairs. */
  private static final List<Integer> SIZES =
      Cases.SIZES.stream().filter(size -> size <= 4097).toList();

  private static final float[] NOT_FINITE = {
    Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY
  };

  private static List<ExponentialCurve> saturating() {
    return Cases.curves().stream().filter(c -> c.depressionNonlinearity() >= 0).toList();
  }

  /** Every kind of counts, with factors and without. */
  private static List<PairUpdate> updates(ExponentialCurve curve) {
    int size = SIZES.getLast() + 28;
    PairUpdate floats = PairUpdate.of(curve, Cases.counts(size, 31)).scaled(-0.37f, 0.5f);
    PairUpdate bytes = PairUpdate.of(curve, Cases.byteCounts(size, 32)).scaled(0.5f, 0);
    Matrix ofPlus = Cases.halves(size, 0, 2, 33);
    Matrix ofMinus = Cases.halves(size, 0, 2, 34);
    return List.of(
        floats, bytes, floats.withFactors(ofPlus, ofMinus), bytes.withFactors(ofPlus, ofMinus));
  }

  private static Pairs aboveTheLowerEnd(ExponentialCurve curve, int size) {
    Pairs pairs = Pairs.in(curve, size, 48);
    float half = (float) (curve.minConductance() + curve.range() / 2);
    for (int i = 0; i < size; i++) {
      pairs.plus[i] = pairs.plus[i] == (float) curve.minConductance() ? half : pairs.plus[i];
      pairs.minus[i] = pairs.minus[i] == (float) curve.minConductance() ? half : pairs.minus[i];
    }
    return pairs;
  }

  /** Rows that share numbers: what is in row 1, column 3 is number 10. */
  private static Matrix inRowsOf7(Matrix row) {
    return new Matrix(row.memory(), row.type(), 3, row.cols() - 14, 7);
  }

  private static Matrix fromRow1Column3(Matrix row) {
    return Cases.row(row.memory().asSlice(10L * row.type().bytes()), row.type());
  }
}
