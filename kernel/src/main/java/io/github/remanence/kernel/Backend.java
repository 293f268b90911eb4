package io.github.remanence.kernel;

import io.github.remanence.kernel.scalar.ScalarKernel;
import io.github.remanence.kernel.step.RangeKernel;
import io.github.remanence.kernel.vector.VectorKernel;
import java.util.Locale;
import java.util.Optional;

/**
 * The ways to compute an update, slowest first. All give the same bits. This is the one list of
 * them.
 */
public enum Backend {
  /** Plain Java, on every machine. */
  SCALAR {
    @Override
    public Optional<String> missing() {
      return Optional.empty();
    }

    @Override
    RangeKernel kernel() {
      return new ScalarKernel();
    }
  },

  /** SIMD through {@code jdk.incubator.vector}, at the width the hardware prefers. */
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
    RangeKernel kernel() {
      return new VectorKernel(VectorKernel.preferredBits());
    }
  };

  /** Why this backend cannot run here, and what to do; empty if it can. */
  public abstract Optional<String> missing();

  /** The backend itself; only if nothing is {@link #missing}. */
  abstract RangeKernel kernel();

  /** The fastest backend that can run here. */
  public static Backend fastest() {
    Backend fastest = SCALAR;
    for (Backend backend : values()) {
      fastest = backend.missing().isEmpty() ? backend : fastest;
    }
    return fastest;
  }

  /** The one spelling, in commands, results and test names: the constant in lower case. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
