package io.github.remanence.kernel.contract;

import static io.github.remanence.kernel.contract.RangeKernelContract.NOT_FINITE;
import static io.github.remanence.kernel.contract.RangeKernelContract.onlyNan;
import static io.github.remanence.kernel.contract.RangeKernelContract.unchanged;
import static io.github.remanence.kernel.contract.RangeKernelContract.updated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import io.github.remanence.kernel.contract.ResponseCases.Device;
import io.github.remanence.kernel.step.ExponentialCurve;
import io.github.remanence.kernel.step.RangeKernel;
import io.github.remanence.kernel.step.RowStep;
import io.github.remanence.kernel.step.VariedDevice.Factors;
import io.github.remanence.kernel.step.VariedDevice.Varies;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

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
        requireBound(device, before[i], counts[i], after[i]);
        float factor =
            Cases.factor(counts[i] < 0 ? factors.depressionPulses() : factors.pulses(), i);
        requireBound(device, before[i], counts[i] * factor, varied[i]);
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
  };

  /** Sizes beside a vector and a block. */
  private static final int[] SIZES = {0, 1, 3, 7, 8, 9, 15, 16, 17, 33, 255, 257, 1009};

  @Override
  public void check(RangeKernel kernel) {
    for (Device device : ResponseCases.devices()) {
      if (kernel instanceof GpuRanges gpu && !device.hasArithmetic()) {
        requireRefusal(gpu, device);
      } else {
        check(kernel, device);
      }
    }
  }

  private static void requireRefusal(GpuRanges gpu, Device device) {
    float[] g = {1, 2, 3};
    assertThatThrownBy(() -> gpu.run(device.counted(0, Factors.NONE, 1, -1, 1), g))
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

  private static void requireBound(Device device, float before, float n, float after) {
    double exact = device.exact().update(before, n);
    double allowed = ResponseBound.allowed(device, before, n, exact);
    if (!(Math.abs(after - exact) <= allowed)) {
      fail(
          "%s: g = %s, n = %s, exact %s, got %s, allowed %s",
          device.curve(), before, n, exact, after, allowed);
    }
  }
}
