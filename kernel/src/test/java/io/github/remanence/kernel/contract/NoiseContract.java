package io.github.remanence.kernel.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.remanence.kernel.device.CycleNoise;
import io.github.remanence.kernel.device.CycleNoise.Convention;
import io.github.remanence.kernel.device.CycleNoise.Mode;
import io.github.remanence.kernel.device.PulseRounding;
import io.github.remanence.kernel.random.Draws;
import io.github.remanence.kernel.step.CountedStep;
import io.github.remanence.kernel.step.ElementType;
import io.github.remanence.kernel.step.ExponentialCurve;
import io.github.remanence.kernel.step.Matrix;
import io.github.remanence.kernel.step.NoiseLaw;
import io.github.remanence.kernel.step.NoisyDevice;
import io.github.remanence.kernel.step.RangeKernel;
import io.github.remanence.kernel.step.RowStep;
import io.github.remanence.kernel.step.VariedDevice;
import io.github.remanence.kernel.step.VariedDevice.Factors;
import io.github.remanence.kernel.step.VariedDevice.Varies;
import io.github.remanence.reference.ReferenceDevice;
import io.github.remanence.reference.ReferenceNoise;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.stream.IntStream;

/** What every backend must do to noisy devices and to rounded pulses. */
enum NoiseContract implements Clause {
  NOISE_HAS_THE_BITS_OF_THE_SCALAR_BACKEND {
    @Override
    public void check(RangeKernel kernel) {
      byte[] bytes = Cases.byteCounts(MAX_SIZE, 31);
      for (CycleNoise noise : noises()) {
        for (ExponentialCurve curve : CURVES) {
          sameBits(kernel, curve, counted(curve, noise, PulseRounding.NONE, COUNTS));
          sameBits(kernel, curve, whole(curve, noise, PulseRounding.NONE, bytes));
        }
      }
    }
  },

  NOISE_OF_DEVICES_THAT_DIFFER_HAS_THE_BITS_OF_THE_SCALAR_BACKEND {
    @Override
    public void check(RangeKernel kernel) {
      for (Varies varies : RangeKernelContract.VARIATIONS) {
        Factors factors = Cases.factors(MAX_SIZE, varies, 32);
        for (CycleNoise noise : noises()) {
          for (ExponentialCurve curve : saturating()) {
            NoisyDevice device = device(curve, factors, noise, PulseRounding.STOCHASTIC, 1.5f);
            sameBits(kernel, curve, new CountedStep(device, 0.5f, row(COUNTS)));
          }
        }
      }
    }
  },

  ROUNDED_PULSES_HAVE_THE_BITS_OF_THE_SCALAR_BACKEND {
    @Override
    public void check(RangeKernel kernel) {
      for (PulseRounding rounding : PulseRounding.values()) {
        for (ExponentialCurve curve : CURVES) {
          sameBits(kernel, curve, counted(curve, CycleNoise.NONE, rounding, COUNTS));
        }
      }
    }
  },

  NOISE_IS_WITHIN_THE_BOUND_OF_THE_REFERENCE {
    @Override
    public void check(RangeKernel kernel) {
      float[] counts = Cases.counts(1024, 33);
      for (CycleNoise noise : noises()) {
        for (ExponentialCurve curve : Cases.curves()) {
          withinBound(kernel, curve, Factors.NONE, noise, counts);
        }
      }
    }
  },

  NOISE_OF_DEVICES_THAT_DIFFER_IS_WITHIN_THE_BOUND_OF_THE_REFERENCE {
    @Override
    public void check(RangeKernel kernel) {
      float[] counts = Cases.counts(1024, 34);
      for (Varies varies : RangeKernelContract.VARIATIONS) {
        Factors factors = Cases.factors(counts.length, varies, 35);
        for (CycleNoise noise : noises()) {
          for (ExponentialCurve curve : saturating()) {
            withinBound(kernel, curve, factors, noise, counts);
          }
        }
      }
    }
  },

  SINGLE_PULSES_ARE_UPDATES_OF_ONE_PULSE_EACH {
    @Override
    public void check(RangeKernel kernel) {
      ExponentialCurve curve = new ExponentialCurve(0.8457, 2.28, 1.5, 2.772);
      for (Convention convention : List.of(Convention.PER_STEP, Convention.RANGE_SQRT_N)) {
        CycleNoise single = new CycleNoise(convention, 0.05, Mode.PULSE_BY_PULSE);
        float[] before = Cases.conductances(curve, 515, 36);
        float[] counts = new float[before.length];
        for (int i = 0; i < counts.length; i++) {
          counts[i] = (i % 9 - 4) * 0.75f;
        }
        float[] after = updated(kernel, counted(curve, single, PulseRounding.NONE, counts), before);
        assertThat(after).isEqualTo(oneByOne(kernel, curve, convention, counts, before));
      }
    }

    private float[] oneByOne(
        RangeKernel kernel,
        ExponentialCurve curve,
        Convention convention,
        float[] counts,
        float[] g) {
      CycleNoise once = new CycleNoise(convention, 0.05, Mode.AGGREGATE);
      NoisyDevice all = device(curve, Factors.NONE, once, PulseRounding.NONE, 0);
      float[] after = g;
      for (int pulse = 0; pulse < 3; pulse++) {
        float[] part = new float[counts.length];
        for (int i = 0; i < part.length; i++) {
          float rest = Math.clamp(Math.abs(counts[i]) - pulse, 0, 1);
          part[i] = Math.copySign(rest, counts[i]);
        }
        Draws draws = all.noise().at(pulse);
        NoisyDevice one =
            new NoisyDevice(
                all.device(),
                all.law(),
                all.rounding(),
                draws,
                draws,
                all.firstDevice(),
                0,
                Float.POSITIVE_INFINITY);
        after = updated(kernel, new CountedStep(one, 1, row(part)), after);
      }
      return after;
    }
  },

  NO_PULSES_NO_NOISE {
    @Override
    public void check(RangeKernel kernel) {
      for (CycleNoise noise : noises()) {
        for (ExponentialCurve curve : CURVES) {
          float[] before = Cases.conductances(curve, 515, 37);
          float[] few = new float[before.length];
          for (int i = 0; i < few.length; i++) {
            few[i] = (i % 3 - 1) * 0.4f;
          }
          NoisyDevice device = device(curve, Factors.NONE, noise, PulseRounding.NEAREST, 0);
          RangeKernelContract.unchanged(kernel, new CountedStep(device, 1, row(few)), before);
          device = device(curve, Factors.NONE, noise, PulseRounding.NONE, 0.5f);
          RangeKernelContract.unchanged(kernel, new CountedStep(device, 1, row(few)), before);
        }
      }
    }
  },

  WHAT_IS_NOT_FINITE_BECOMES_NAN_IN_SPITE_OF_NOISE {
    @Override
    public void check(RangeKernel kernel) {
      ExponentialCurve curve = new ExponentialCurve(0, 1, 1.5, 2.772);
      for (CycleNoise noise : noises()) {
        for (float bad : RangeKernelContract.NOT_FINITE) {
          float[] counts = Cases.counts(67, 38);
          float[] g = Cases.conductances(curve, 67, 39);
          g[5] = bad;
          counts[66] = bad;
          float[] after = updated(kernel, counted(curve, noise, PulseRounding.NONE, counts), g);
          RangeKernelContract.onlyNan(after, noise + " with " + bad);
        }
      }
    }
  },

  NOISE_DOES_NOT_DEPEND_ON_THE_RANGE {
    @Override
    public void check(RangeKernel kernel) {
      ExponentialCurve curve = new ExponentialCurve(0.8457, 2.28, 1.5, 2.772);
      CycleNoise noise = new CycleNoise(Convention.RANGE, 0.02, Mode.AGGREGATE);
      RowStep step = counted(curve, noise, PulseRounding.STOCHASTIC, COUNTS);
      float[] whole = updated(kernel, step, Cases.conductances(curve, 1009, 40));
      for (int cut : List.of(1, 7, 16, 31, 32, 33, 500, 1008)) {
        float[] parts = Cases.conductances(curve, 1009, 40);
        MemorySegment memory = MemorySegment.ofArray(parts);
        step.applyToRow(kernel, memory, cut, parts.length, 0, cut);
        step.applyToRow(kernel, memory, 0, cut, 0, 0);
        assertThat(parts).as("cut at %d", cut).isEqualTo(whole);
      }
    }
  };

  private static final int MAX_SIZE = Cases.SIZES.getLast();
  private static final float[] COUNTS = Cases.counts(MAX_SIZE, 30);

  /**
   * Of every window and nonlinearity some: bits differ where operations do, not where numbers do.
   */
  private static final List<ExponentialCurve> CURVES =
      IntStream.range(0, Cases.curves().size())
          .filter(i -> i % 6 == 0 || i >= Cases.curves().size() - 2)
          .mapToObj(Cases.curves()::get)
          .toList();

  private static final Draws DRAWS = Draws.of(2026, 11, 24);

  private static List<CycleNoise> noises() {
    return List.of(
        new CycleNoise(Convention.PER_STEP, 0.3, Mode.AGGREGATE),
        new CycleNoise(Convention.PER_STEP, 3, Mode.AGGREGATE),
        new CycleNoise(Convention.RANGE_SQRT_N, 0.01, Mode.AGGREGATE),
        new CycleNoise(Convention.RANGE, 0.02, Mode.AGGREGATE));
  }

  /** Those that factors can be put on. */
  private static List<ExponentialCurve> saturating() {
    return CURVES.stream().filter(RangeKernelContract.saturating()::contains).toList();
  }

  private static RowStep counted(
      ExponentialCurve curve, CycleNoise noise, PulseRounding rounding, float... counts) {
    return new CountedStep(device(curve, Factors.NONE, noise, rounding, 0), 1, row(counts));
  }

  private static RowStep whole(
      ExponentialCurve curve, CycleNoise noise, PulseRounding rounding, byte... counts) {
    NoisyDevice device = device(curve, Factors.NONE, noise, rounding, 0);
    return new CountedStep(device, 1, Cases.row(MemorySegment.ofArray(counts), ElementType.INT8));
  }

  private static NoisyDevice device(
      ExponentialCurve curve,
      Factors factors,
      CycleNoise noise,
      PulseRounding rounding,
      float deadZone) {
    NoiseLaw law = NoiseLaw.of(noise, curve, Cases.PULSES, Cases.PULSES);
    VariedDevice device =
        VariedDevice.of(Cases.pulseStep(curve).withDeadZone(deadZone), curve, factors);
    return NoisyDevice.of(device, law, rounding, DRAWS, /* firstDevice= */ 12_345);
  }

  private static Matrix row(float... counts) {
    return Cases.row(MemorySegment.ofArray(counts), ElementType.FLOAT32);
  }

  private static float[] updated(RangeKernel kernel, RowStep step, float[] before) {
    return RangeKernelContract.updated(kernel, step, before);
  }

  private static void sameBits(RangeKernel kernel, ExponentialCurve curve, RowStep step) {
    RangeKernelContract.sameBits(kernel, curve, step);
  }

  private static void withinBound(
      RangeKernel kernel,
      ExponentialCurve curve,
      Factors factors,
      CycleNoise noise,
      float[] counts) {
    float[] before = Cases.conductances(curve, counts.length, 41);
    NoisyDevice device = device(curve, factors, noise, PulseRounding.NONE, 0);
    float[] after = updated(kernel, new CountedStep(device, 1, row(counts)), before);
    ReferenceNoise exact =
        new ReferenceNoise(
            ReferenceNoise.Convention.valueOf(noise.convention().name()), noise.sigma());
    // A factor on pulses makes them more or fewer pulses of the model, and so for the noise.
    Factors onCurve =
        new Factors(
            null,
            null,
            factors.nonlinearity(),
            factors.depressionNonlinearity(),
            factors.min(),
            factors.max());
    for (int i = 0; i < counts.length; i++) {
      ReferenceDevice one = Cases.reference(curve, onCurve, i);
      Matrix onPulses = counts[i] < 0 ? factors.depressionPulses() : factors.pulses();
      float n = counts[i] * Cases.factor(onPulses, i);
      double xi = device.noise().normal(device.firstDevice() + i);
      NoiseBound.check(one, exact, before[i], n, xi, after[i]);
    }
  }
}
