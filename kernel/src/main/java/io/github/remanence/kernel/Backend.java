package io.github.remanence.kernel;

import io.github.remanence.kernel.gpu.GpuPath;
import io.github.remanence.kernel.scalar.ScalarKernel;
import io.github.remanence.kernel.step.StepRunner;
import io.github.remanence.kernel.vector.VectorKernel;
import java.util.Locale;
import java.util.Optional;

/**
 * The ways to compute an update. All give the same bits, a GPU if it divides and takes roots as
 * IEEE 754 says. This is the one list of them.
 */
public enum Backend {
  /** Plain Java, on every machine. */
  SCALAR {
    @Override
    public Optional<String> missing() {
      return Optional.empty();
    }

    @Override
    StepRunner runner(Workers workers) {
      return new TileRunner(new ScalarKernel(), workers);
    }
  },

  /**
   * SIMD through {@code jdk.incubator.vector}, at the width the hardware prefers. A JVM runs
   * vectors slowly until it has compiled their loop; at first the scalar backend does most of the
   * work, and the bits are the same.
   */
  VECTOR {
    @Override
    public Optional<String> missing() {
      return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
          ? Optional.empty()
          : Optional.of(
              "the module jdk.incubator.vector is not in this run;"
                  + " start Java with --add-modules jdk.incubator.vector");
    }

    @Override
    StepRunner runner(Workers workers) {
      return new TileRunner(VectorKernel.preferred(), workers);
    }
  },

  /**
   * A GPU, through OpenCL, CUDA or Aparapi: the first of them that there is. It pays for crossbars
   * that stay there, {@link Crossbar#onGpu}; those of the host are copied for each update. Threads
   * of the host do not matter.
   *
   * <p><b>Limits.</b> It refuses devices that the other backends compute one at a time, see {@link
   * UpdatePlan#scalarFamilies}.
   */
  GPU {
    @Override
    public Optional<String> missing() {
      return GpuPath.preferred().isPresent() ? Optional.empty() : Optional.of(GpuPath.whyNone());
    }

    @Override
    StepRunner runner(Workers workers) {
      return GpuPath.preferred().orElseThrow().runner();
    }
  };

  /** Why this backend cannot run here, and what to do; empty if it can. */
  public abstract Optional<String> missing();

  /** The backend itself; only if nothing is {@link #missing}. */
  abstract StepRunner runner(Workers workers);

  /** The fastest backend that can run here on memory of the host. */
  public static Backend fastest() {
    return VECTOR.missing().isEmpty() ? VECTOR : SCALAR;
  }

  /** The one spelling, in commands, results and test names: the constant in lower case. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
