package io.github.remanence.kernel;

import java.util.List;

/**
 * The backends that run in every JVM. The GPU has a run of its own, since a driver may abort it.
 */
public final class Backends {

  /** Those of the processor. */
  public static final List<Backend> OF_THE_HOST = List.of(Backend.SCALAR, Backend.VECTOR);

  private Backends() {}
}
