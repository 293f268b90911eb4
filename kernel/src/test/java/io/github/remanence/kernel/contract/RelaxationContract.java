package io.github.remanence.kernel.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.remanence.kernel.random.Draws;
import io.github.remanence.kernel.step.ElementType;
import io.github.remanence.kernel.step.ExponentialCurve;
import io.github.remanence.kernel.step.Matrix;
import io.github.remanence.kernel.step.RangeKernel;
import io.github.remanence.kernel.step.RelaxationStep;
import io.github.remanence.kernel.step.RelaxationStep.Noise;
import io.github.remanence.kernel.step.RelaxationStep.Places;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What every backend must do to devices that get no pulses, or are read. */
enum RelaxationContract implements Clause {
  A_RELAXATION_IS_WITHIN_THE_BOUND_OF_ITS_EQUATION {
    @Override
    public void check(RangeKernel kernel) {
      for (float[] numbers : NUMBERS) {
        for (int size : Cases.SIZES) {
          float[] before = start(size);
          float[] after = relaxed(kernel, numbers, null, before);
          for (int i = 0; i < size; i++) {
            double noise = numbers[2] * xi(numbers, FIRST + i);
            double moved = before[i] + numbers[0] * ((double) before[i] - numbers[1]) + noise;
            double exact = Math.clamp(moved, numbers[3], numbers[4]);
            assertThat((double) after[i])
                .as("%s after %s", before[i], numbers)
                .isBetween(exact - 2 * Math.ulp(2.28f), exact + 2 * Math.ulp(2.28f));
          }
        }
      }
    }
  },

  A_RELAXATION_HAS_THE_BITS_OF_THE_SCALAR_BACKEND {
    @Override
    public void check(RangeKernel kernel) {
      for (float[] numbers : NUMBERS) {
        for (int size : Cases.SIZES) {
          for (Matrix onPulses : new Matrix[] {null, someStuck(size)}) {
            assertThat(relaxed(kernel, numbers, onPulses, start(size)))
                .isEqualTo(relaxed(Candidates.ORACLE, numbers, onPulses, start(size)));
          }
        }
      }
    }
  },

  STUCK_DEVICES_KEEP_EVERY_BIT {
    @Override
    public void check(RangeKernel kernel) {
      float[] before = start(1009);
      Matrix onPulses = someStuck(before.length);
      float[] after = relaxed(kernel, NUMBERS.getLast(), onPulses, before);
      for (int i = 0; i < before.length; i++) {
        if (Cases.factor(onPulses, i) == 0) {
          assertThat(after[i]).isEqualTo(before[i]);
        }
      }
    }
  },

  NOTHING_TO_DO_LEAVES_EVERY_BIT {
    @Override
    public void check(RangeKernel kernel) {
      float[] before = start(515);
      float[] nothing = {0, 7, 0, 0.8457f, 2.28f};
      assertThat(relaxed(kernel, nothing, null, before)).isEqualTo(before);
    }
  },

  WHAT_IS_NOT_FINITE_BECOMES_NAN {
    @Override
    public void check(RangeKernel kernel) {
      for (float[] numbers : NUMBERS) {
        for (float bad : RangeKernelContract.NOT_FINITE) {
          float[] before = start(67);
          before[5] = bad;
          before[66] = bad;
          RangeKernelContract.onlyNan(relaxed(kernel, numbers, null, before), "relaxed " + bad);
        }
      }
    }
  };

  private static final Draws DRAWS = Draws.of(11, 24);
  private static final long FIRST = 987_654_321_987L;

  private static double xi(float[] numbers, long place) {
    return switch (noise(numbers)) {
      case NONE -> 0;
      case NORMAL -> DRAWS.normal(place);
      case UNIFORM -> DRAWS.uniform(place) - 0.5;
    };
  }

  /** Even if the spread is large, so that both laws are met. */
  private static Noise noise(float[] numbers) {
    return numbers[2] == 0 ? Noise.NONE : numbers[2] > 0.5 ? Noise.UNIFORM : Noise.NORMAL;
  }

  /** Change, rest, spread, and the window. */
  private static final List<float[]> NUMBERS =
      List.of(
          new float[] {-0.25f, 1, 0, 0.8457f, 2.28f},
          new float[] {0.5f, 0, 0, -1, 2.28f},
          new float[] {0, 0, 0.015f, Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY},
          new float[] {-1, 1.5f, 0.7f, 0.8457f, 2.28f},
          new float[] {-0.01f, 1.5f, 0.3f, 0.8457f, 2.28f});

  private static float[] start(int size) {
    return Cases.conductances(new ExponentialCurve(0.8457, 2.28, 0, 0), size, 42);
  }

  private static Matrix someStuck(int devices) {
    Matrix halves = Cases.halves(devices, 0, 2, 43);
    for (int i = 0; i < devices; i += 3) {
      halves.memory().setAtIndex(ValueLayout.JAVA_SHORT, i, (short) 0);
    }
    return halves;
  }

  private static float[] relaxed(
      RangeKernel kernel, float[] numbers, @Nullable Matrix onPulses, float[] before) {
    float[] after = new float[before.length];
    RelaxationStep step =
        new RelaxationStep(
            Cases.row(MemorySegment.ofArray(before), ElementType.FLOAT32),
            numbers[0],
            numbers[1],
            noise(numbers),
            numbers[2],
            numbers[3],
            numbers[4],
            DRAWS,
            new Places(FIRST, before.length),
            onPulses);
    step.applyToRow(kernel, MemorySegment.ofArray(after), 0, after.length, 0, 0);
    return after;
  }
}
