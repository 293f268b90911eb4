package io.github.remanence.kernel.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.remanence.kernel.step.ElementType;
import io.github.remanence.kernel.step.Matrix;
import io.github.remanence.kernel.step.RangeKernel;
import java.lang.foreign.MemorySegment;
import java.util.List;

/** How every backend must sum outer products. */
enum ProductContract implements Clause {
  SUMS_HAVE_THE_BITS_OF_THE_SCALAR_BACKEND {
    @Override
    public void check(RangeKernel kernel) {
      for (int batch : List.of(0, 1, 3, 64, 257)) {
        for (int cols : List.of(1, 31, 32, 33, 1000, 1057)) {
          for (int rows : List.of(1, 6, 7, 25, batch == 3 ? 271 : 2)) {
            Matrix x = vectors(batch, factors(batch * rows, 61));
            Matrix d = vectors(batch, factors(batch * cols, 62));
            assertThat(new Sums(kernel).of(x, d))
                .as("%d vectors for %d x %d", batch, rows, cols)
                .isEqualTo(new Sums(Candidates.ORACLE).of(x, d));
          }
        }
      }
    }
  },

  /** Each of b steps rounds the sum so far, which is no larger than the sum of magnitudes. */
  SUMS_ARE_WITHIN_THE_ROUNDING_OF_THEIR_STEPS {
    @Override
    public void check(RangeKernel kernel) {
      int rows = 5;
      int cols = 67;
      for (int batch : List.of(1, 3, 64, 257)) {
        float[] x = factors(batch * rows, 63);
        float[] d = factors(batch * cols, 64);
        float[] sums = new Sums(kernel).of(vectors(batch, x), vectors(batch, d));
        for (int i = 0; i < sums.length; i++) {
          double exact = 0;
          double magnitude = 0;
          for (int b = 0; b < batch; b++) {
            double product = (double) x[b * rows + i / cols] * d[b * cols + i % cols];
            exact += product;
            magnitude += Math.abs(product);
          }
          assertThat((double) sums[i])
              .as("sum %d of %d products", i, batch)
              .isCloseTo(exact, within(batch * 0x1p-24 * magnitude));
        }
      }
    }
  },

  A_FACTOR_THAT_IS_NOT_FINITE_STAYS_IN_ITS_ROW_OR_COLUMN {
    @Override
    public void check(RangeKernel kernel) {
      int rows = 6;
      int cols = 67;
      for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
        float[] x = factors(3 * rows, 65);
        float[] d = factors(3 * cols, 66);
        x[rows + 2] = bad;
        d[2 * cols + 40] = bad;
        float[] sums = new Sums(kernel).of(vectors(3, x), vectors(3, d));
        for (int i = 0; i < sums.length; i++) {
          assertThat(Float.isFinite(sums[i]))
              .as("sum %d", i)
              .isEqualTo(i / cols != 2 && i % cols != 40);
        }
      }
    }
  };

  /** Of both signs, from 1e-6 to 1e3, whole numbers and zeros among them. */
  private static float[] factors(int size, long seed) {
    return Cases.counts(size, seed);
  }

  private static Matrix vectors(int batch, float[] factors) {
    long size = batch == 0 ? 7 : factors.length / batch;
    return Matrix.gapless(MemorySegment.ofArray(factors), ElementType.FLOAT32, batch, size);
  }
}
