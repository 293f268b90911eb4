package io.github.remanence.kernel.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.remanence.kernel.gpu.GpuPath;
import io.github.remanence.kernel.gpu.GpuRunner;
import io.github.remanence.kernel.gpu.accelerator.KernelSource;
import io.github.remanence.kernel.gpu.opencl.OpenCl;
import io.github.remanence.kernel.gpu.opencl.OpenClAccelerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract can fail on a GPU: each kernel that is wrong on purpose breaks a clause. */
@Tag("gpu")
class GpuSaboteurTest {

  /** One change to the kernels, and the part of the contract that it breaks. */
  @SuppressWarnings("ImmutableEnumChecker") // Nobody writes to the clauses.
  enum Change {
    ROUNDS_TWICE_INSTEAD_OF_ONCE(
        RangeKernelContract.values(),
        "fma(p.slope, g - p.anchor, p.offset) + g",
        "p.slope * (g - p.anchor) + p.offset + g"),
    FORGETS_THE_TAIL_OF_THE_RATE(RangeKernelContract.values(), "fma(a, y.rate_tail, f)", "f"),
    CONFUSES_THE_FACTORS_OF_THE_POLARITIES(
        RangeKernelContract.values(),
        "n < 0 ? f.depression_pulses : f.pulses",
        "n < 0 ? f.pulses : f.depression_pulses"),
    HAS_ANOTHER_KEY_IN_EACH_ROUND(NoiseContract.values(), "k1 += 0xBB67AE85u", "k1 += 0xBB67AE84u"),
    ROUNDS_PULSES_THE_OTHER_WAY(
        NoiseContract.values(), "s.rounding == TO_NEAREST", "s.rounding != TO_NEAREST"),
    COUNTS_DEVICES_FROM_THE_PART(
        NoiseContract.values(), "long place = PLACE(place)", "long place = col"),
    STOPS_BESIDE_THE_END(
        ResponseContract.values(), "progress + distance >= 1 ? end : moved", "moved"),
    FORGETS_TO_REFRESH(PairContract.values(), "plus_at_end ? p.step.max : minus1", "minus1"),
    IS_AN_ULP_OFF_IN_THE_LOGARITHM(RangeKernelContract.values(), "0x1.715476p0f", "0x1.715478p0f"),
    LETS_INFINITY_BECOME_AN_END(
        RangeKernelContract.values(),
        "fma(v, 0.0f, into(moved, p.step.min",
        "(into(moved, p.step.min");

    private final Clause[] broken;
    private final String right;
    private final String wrong;

    Change(Clause[] broken, String right, String wrong) {
      this.broken = broken;
      this.right = right;
      this.wrong = wrong;
    }

    String source() {
      String source = KernelSource.openCl();
      assertThat(source).contains(right);
      return source.replace(right, wrong);
    }
  }

  @ParameterizedTest
  @EnumSource
  void isCaught(Change change) {
    assumeTrue(
        GpuPath.OPENCL.missing().isEmpty(),
        () -> "skipped: " + GpuPath.OPENCL.missing().orElseThrow());
    OpenCl library = OpenCl.load().orElseThrow();
    OpenCl.Device device = library.devices().getFirst();
    GpuRunner runner = new GpuRunner(new OpenClAccelerator(library, device, change.source()));
    assertThat(change.broken)
        .as("clauses that are broken")
        .anyMatch(clause -> isBroken(clause, new GpuRanges(runner)));
  }

  private static boolean isBroken(Clause clause, GpuRanges kernel) {
    try {
      clause.check(kernel);
      return false;
    } catch (AssertionError caught) {
      return true;
    }
  }
}
