package io.github.remanence.validate.learning;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.remanence.bench.product.OpenBlas;
import io.github.remanence.kernel.Backend;
import io.github.remanence.kernel.UpdateKernel;
import io.github.remanence.kernel.Workers;
import io.github.remanence.validate.learning.network.Engine;
import io.github.remanence.validate.learning.network.Team;

/**
 * What computes in tests; where there is no OpenBLAS for the machine, a test is skipped and says
 * so.
 */
public final class Engines {

  private Engines() {}

  /** A backend on the threads of a team. */
  public static Engine of(Backend backend, Team team) {
    try {
      OpenBlas.withThreads(1);
    } catch (IllegalStateException e) {
      assumeTrue(false, e.getMessage());
    }
    return Engine.of(UpdateKernel.of(backend, Workers.callingThread()), team);
  }
}
