package io.github.remanence.kernel;

import io.github.remanence.kernel.vector.VectorKernel;
import java.util.List;

/**
 * The backends that run in every JVM. The GPU has a run of its own, since a driver may abort it.
 */
public final class Backends {

  /** Those of the processor. */
  public static final List<Backend> OF_THE_HOST = List.of(Backend.SCALAR, Backend.VECTOR);

  private Backends() {}

  /**
   * A backend that does all work itself: the vectors that users get leave a part of it to the
   * scalar backend at first, and a test would see that one.
   */
  public static UpdateKernel alone(Backend backend, Workers workers) {
    return backend == Backend.VECTOR
        ? UpdateKernel.of(new VectorKernel(VectorKernel.preferredBits()), workers)
        : UpdateKernel.of(backend, workers);
  }

  /** The vectors, alone, on the calling thread. */
  public static UpdateKernel vectors() {
    return alone(Backend.VECTOR, Workers.callingThread());
  }
}
