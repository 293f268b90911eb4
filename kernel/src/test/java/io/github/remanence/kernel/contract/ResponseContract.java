package io.github.remanence.kernel.contract;

import static io.github.remanence.kernel.contract.RangeKernelContract.NOT_FINITE;
import static io.github.remanence.kernel.contract.RangeKernelContract.onlyNan;
import static io.github.remanence.kernel.contract.RangeKernelContract.unchanged;
import static io.github.remanence.kernel.contract.RangeKernelContract.updated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import io.github.remanence.kernel.contract.ResponseCases.Device;
import io.github.remanence.kernel.device.CycleNoise;
import io.github.remanence.kernel.device.CycleNoise.Convention;
import io.github.remanence.kernel.device.CycleNoise.Mode;
import io.github.remanence.kernel.device.PulseRounding;
import io.github.remanence.kernel.random.Draws;
import io.github.remanence.kernel.step.CountedStep;
import io.github.remanence.kernel.step.ElementType;
import io.github.remanence.kernel.step.ExponentialCurve;
import io.github.remanence.kernel.step.NoisyResponses;
import io.github.remanence.kernel.step.RangeKernel;
import io.github.remanence.kernel.step.RowStep;
import io.github.remanence.kernel.step.VariedDevice.Factors;
import io.github.remanence.kernel.step.VariedDevice.Varies;
import io.github.remanence.reference.ReferenceDevice;
import io.github.remanence.reference.ReferenceNoise;
import io.github.remanence.reference.ReferenceNoise.Moments;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What every backend must do to devices of any response family. */
enum ResponseContract implements Clause {
  RESPONSES_HAVE_THE_BITS_OF_THE_SCALAR_BACKEND {
    @Override
    void check(RangeKernel kernel, Device device) {
      for (int size : SIZES) {
        float[] before = conductances(device, size, size);
        byte[] bytes = Cases.byteCounts(size, 32);
        same(kernel, device, device.counted(0.5f, Factors.NONE, counts(size, 31)), before);
        same(kernel, device, device.counted(Factors.NONE, bytes), before);
        for (Varies varies : new Varies[] {Varies.PULSES, new Varies(true, false, false, true)}) {
          Factors factors = Cases.factors(size, varies, 33);
          same(kernel, device, device.counted(0, factors, counts(size, 34)), before);
        }
      }
    }
  },

  RESPONSES_ARE_WITHIN_THE_BOUND_OF_THE_REFERENCE {
    @Override
    void check(RangeKernel kernel, Device device) {
      float[] counts = counts(1024, 35);
      Factors factors = Cases.factors(counts.length, new Varies(true, false, false, true), 36);
      float[] before = conductances(device, counts.length, 37);
      float[] after = updated(kernel, device.counted(0, Factors.NONE, counts), before);
      float[] varied = updated(kernel, device.counted(0, factors, counts), before);
      for (int i = 0; i < before.length; i++) {
        requireBound(device.exact(), before[i], counts[i], after[i]);
        requireBound(device.exact(), before[i], felt(counts[i], factors, i), varied[i]);
      }
    }
  },

  RESPONSES_IN_WINDOWS_OF_THEIR_OWN_ARE_WITHIN_THE_BOUND {
    @Override
    RowStep oneByOne(Device device) {
      return device.counted(
          0, Cases.factors(3, new Varies(false, false, true, false), 43), 1, -1, 1);
    }

    @Override
    void check(RangeKernel kernel, Device device) {
      requireBoundThatDiffer(kernel, device, new Varies(false, false, true, false));
      requireBoundThatDiffer(kernel, device, new Varies(true, false, true, true));
    }
  },

  RESPONSES_AS_NONLINEAR_AS_EACH_DEVICE_IS_ARE_WITHIN_THE_BOUND {
    @Override
    RowStep oneByOne(Device device) {
      return device.counted(
          0, Cases.factors(3, new Varies(false, true, false, false), 43), 1, -1, 1);
    }

    @Override
    Stream<Device> devices() {
      return ResponseCases.bentDevices().stream();
    }

    @Override
    void check(RangeKernel kernel, Device device) {
      requireBoundThatDiffer(kernel, device, new Varies(false, true, false, false));
      requireBoundThatDiffer(kernel, device, new Varies(true, true, true, true));
    }
  },

  NOISE_OF_RESPONSES_AT_ONCE_IS_WITHIN_THE_BOUND_OF_THE_REFERENCE {
    @Override
    RowStep oneByOne(Device device) {
      return noisy(device, Factors.NONE, NOISES.getFirst(), 1, -1, 1);
    }

    // In windows that are not rounded to float32: where steps change sharply, noise makes that
    // rounding grow from pulse to pulse.
    @Override
    Stream<Device> devices() {
      return ResponseCases.devices().stream().filter(Device::isFloat32);
    }

    @Override
    void check(RangeKernel kernel, Device device) {
      float[] before = conductances(device, 512, 44);
      float[] counts = counts(before.length, 45);
      Factors factors = Cases.factors(before.length, new Varies(true, false, true, true), 46);
      for (CycleNoise noise : NOISES) {
        for (Factors each : List.of(Factors.NONE, factors)) {
          float[] after = updated(kernel, noisy(device, each, noise, counts), before);
          for (int i = 0; i < before.length; i++) {
            double xi = DRAWS.at(0).normal(FIRST_DEVICE + i);
            double n = felt(counts[i], each, i);
            requireNoiseBound(device.exact(each, i), noise, before[i], n, xi, after[i]);
          }
        }
      }
    }
  },

  NO_PULSES_LEAVE_EVERY_BIT_OF_ANY_RESPONSE {
    @Override
    void check(RangeKernel kernel, Device device) {
      float[] before = conductances(device, 515, 38);
      if (device.curve().minConductance() < 0 && device.curve().maxConductance() > 0) {
        Arrays.fill(before, 100, 200, -0f);
      }
      for (float zero : new float[] {0f, -0f, 0.99f, -0.99f}) {
        float[] counts = new float[before.length];
        Arrays.fill(counts, zero);
        unchanged(kernel, device.counted(1, Factors.NONE, counts), before);
      }
      unchanged(kernel, device.counted(Factors.NONE, new byte[before.length]), before);
    }
  },

  WHAT_IS_NOT_FINITE_BECOMES_NAN_WHATEVER_THE_RESPONSE {
    @Override
    void check(RangeKernel kernel, Device device) {
      for (float bad : NOT_FINITE) {
        float[] counts = counts(67, 39);
        float[] g = conductances(device, 67, 40);
        g[5] = bad;
        g[66] = bad;
        onlyNan(updated(kernel, device.counted(0, Factors.NONE, counts), g), device + ": " + bad);
        g = conductances(device, 67, 40);
        counts[5] = bad;
        counts[66] = bad;
        onlyNan(updated(kernel, device.counted(0, Factors.NONE, counts), g), device + ": " + bad);
      }
    }
  },

  A_VALUE_OUTSIDE_THE_WINDOW_IS_BROUGHT_IN_WHATEVER_THE_RESPONSE {
    @Override
    void check(RangeKernel kernel, Device device) {
      for (float outside : new float[] {-1e30f, -1e5f, 1e5f, 1e30f, Float.MAX_VALUE}) {
        float[] g = new float[67];
        Arrays.fill(g, outside);
        float end =
            (float)
                (outside < 0 ? device.curve().minConductance() : device.curve().maxConductance());
        assertThat(updated(kernel, device.counted(0, Factors.NONE, new float[67]), g))
            .containsOnly(end);
      }
    }
  },

  RESPONSES_TOUCH_THE_RANGE_ONLY {
    @Override
    void check(RangeKernel kernel, Device device) {
      float[] g = new float[600];
      Arrays.fill(g, 77f);
      Arrays.fill(g, 13, 500, (float) device.curve().maxConductance());
      float[] counts = new float[600];
      Arrays.fill(counts, -1);
      device
          .counted(0, Factors.NONE, counts)
          .applyToRow(kernel, MemorySegment.ofArray(g), 13, 500, 0, 0);
      assertThat(Arrays.copyOf(g, 13)).containsOnly(77f);
      assertThat(Arrays.copyOfRange(g, 500, 600)).containsOnly(77f);
      assertThat(Arrays.copyOfRange(g, 13, 500)).doesNotContain(77f);
    }
  },

  NOISE_OF_RESPONSES_DOES_NOT_DEPEND_ON_THE_RANGE {
    @Override
    RowStep oneByOne(Device device) {
      return noisy(device, Factors.NONE, NOISES.getFirst(), 1, -1, 1);
    }

    @Override
    void check(RangeKernel kernel, Device device) {
      RowStep step = noisy(device, Factors.NONE, NOISES.getFirst(), counts(515, 47));
      float[] whole = updated(kernel, step, conductances(device, 515, 48));
      float[] parts = conductances(device, 515, 48);
      MemorySegment memory = MemorySegment.ofArray(parts);
      step.applyToRow(kernel, memory, 33, parts.length, 0, 33);
      step.applyToRow(kernel, memory, 0, 33, 0, 0);
      assertThat(parts).as("%s", device.curve()).isEqualTo(whole);
    }
  };

  private static final List<CycleNoise> NOISES =
      List.of(
          new CycleNoise(Convention.PER_STEP, 0.3, Mode.AGGREGATE),
          new CycleNoise(Convention.RANGE_SQRT_N, 0.01, Mode.AGGREGATE),
          new CycleNoise(Convention.RANGE, 0.02, Mode.AGGREGATE));

  private static final Draws DRAWS = Draws.of(2026, 11, 28);
  private static final long FIRST_DEVICE = 12_345;

  /** Sizes beside a vector and a block. */
  private static final int[] SIZES = {0, 1, 3, 7, 8, 9, 15, 16, 17, 33, 255, 257, 1009};

  @Override
  public void check(RangeKernel kernel) {
    devices().forEach(device -> checkOrRefuse(kernel, device));
  }

  Stream<Device> devices() {
    return ResponseCases.devices().stream();
  }

  private void checkOrRefuse(RangeKernel kernel, Device device) {
    RowStep oneByOne = oneByOne(device);
    if (kernel instanceof GpuRanges gpu && oneByOne != null) {
      requireRefusal(gpu, oneByOne);
    } else {
      check(kernel, device);
    }
  }

  /** An update of three devices that is computed one by one; null if backends have arithmetic. */
  @Nullable RowStep oneByOne(Device device) {
    return device.hasArithmetic() ? null : device.counted(0, Factors.NONE, 1, -1, 1);
  }

  private static void requireRefusal(GpuRanges gpu, RowStep oneByOne) {
    float[] g = {1, 2, 3};
    assertThatThrownBy(() -> gpu.run(oneByOne, g))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the GPU has no arithmetic for devices on")
        .hasMessageContaining("take the backend 'vector' or 'scalar'");
    assertThat(g).containsExactly(1, 2, 3);
  }

  abstract void check(RangeKernel kernel, Device device);

  /** Counts as elsewhere, but of no more pulses than a loop of them is quickly through. */
  private static float[] counts(int devices, long seed) {
    float[] counts = Cases.counts(devices, seed);
    for (int i = 0; i < devices; i++) {
      counts[i] = Math.clamp(counts[i], -100, 100);
    }
    return counts;
  }

  private static float[] conductances(Device device, int size, long seed) {
    double min = device.curve().minConductance();
    double max = device.curve().maxConductance();
    return Cases.conductances(new ExponentialCurve(min, max, 0, 0), size, seed);
  }

  private static void same(RangeKernel kernel, Device device, RowStep step, float[] before) {
    assertThat(updated(kernel, step, before))
        .as("%s, %d devices", device.curve(), before.length)
        .isEqualTo(updated(Candidates.ORACLE, step, before));
  }

  private static RowStep noisy(Device device, Factors factors, CycleNoise noise, float... counts) {
    return new CountedStep(
        NoisyResponses.of(device.curve(), factors, noise, PulseRounding.NONE, DRAWS, FIRST_DEVICE),
        1,
        Cases.row(MemorySegment.ofArray(counts), ElementType.FLOAT32));
  }

  /** Pulses that a device feels. */
  private static float felt(float n, Factors factors, int i) {
    return n * Cases.factor(n < 0 ? factors.depressionPulses() : factors.pulses(), i);
  }

  private static void requireBoundThatDiffer(RangeKernel kernel, Device device, Varies varies) {
    float[] before = conductances(device, 515, 41);
    float[] counts = counts(before.length, 42);
    Factors factors = Cases.factors(before.length, varies, 43);
    float[] after = updated(kernel, device.counted(0, factors, counts), before);
    for (int i = 0; i < before.length; i++) {
      requireBound(device.exact(factors, i), before[i], felt(counts[i], factors, i), after[i]);
    }
  }

  private static void requireBound(ReferenceDevice device, float before, float n, float after) {
    double inside = device.clamped(before);
    requireWithin(device, before, n, device.update(inside, n), after, 0);
  }

  /** The bound of an update without noise, and 1e-6 of the noise; which is counted along pulses. */
  private static void requireNoiseBound(
      ReferenceDevice device, CycleNoise noise, float before, double n, double xi, float after) {
    ReferenceNoise law =
        new ReferenceNoise(
            ReferenceNoise.Convention.valueOf(noise.convention().name()), noise.sigma());
    Moments moments = law.atOnce(device, device.clamped(before), n);
    double added = Math.signum(n) * moments.deviation() * xi;
    double exact = device.clamped(device.clamped(moments.mean()) + added);
    requireWithin(device, before, n, exact, after, 1e-6 * Math.abs(added));
  }

  private static void requireWithin(
      ReferenceDevice device, float before, double n, double exact, float after, double more) {
    double allowed = ResponseBound.allowed(device, before, n, exact) + more;
    if (!(Math.abs(after - exact) <= allowed)) {
      fail(
          "%s: g = %s, n = %s, exact %s, got %s, allowed %s",
          device, before, n, exact, after, allowed);
    }
  }
}
