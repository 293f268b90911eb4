package io.github.remanence.cli.console;

import io.github.remanence.kernel.Backend;
import io.github.remanence.kernel.UpdateKernel;
import io.github.remanence.kernel.UpdatePlan;
import io.github.remanence.kernel.Workers;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What an update runs on, as a picocli mixin: {@code --backend} and {@code --threads}. */
public final class Execution {

  @Option(
      names = "--backend",
      paramLabel = "NAME",
      converter = BackendName.class,
      completionCandidates = BackendName.All.class,
      description =
          "What computes: ${COMPLETION-CANDIDATES}; by default the fastest that can run here on"
              + " memory of the host. All give the same bits.")
  private @Nullable Backend backend;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads at work; by default one for each processor. Never changes a bit.")
  private int threads = Runtime.getRuntime().availableProcessors();

  /** The threads asked for; close them at the end. */
  public Workers workers() {
    return Workers.threads(threads());
  }

  /** Checks that the backend asked for computes the devices of a plan. */
  public void require(UpdatePlan plan) {
    if (backend == Backend.GPU && !plan.scalarFamilies().isEmpty()) {
      throw Failure.noBackend(
          "--backend gpu has no arithmetic for %s with this device's noise and rounding; leave it out"
              .formatted(plan.scalarFamilies()));
    }
  }

  /** The backend asked for, never another one in its place. */
  public UpdateKernel kernel(Workers workers) {
    return kernel(backend == null ? Backend.fastest() : backend, workers);
  }

  /** A backend, never another one in its place. */
  public static UpdateKernel kernel(Backend chosen, Workers workers) {
    Optional<String> missing = chosen.missing();
    if (missing.isPresent()) {
      throw cannotRun(chosen, missing.get());
    }
    try {
      return UpdateKernel.of(chosen, workers);
    } catch (IllegalStateException e) { // A driver that is there may refuse.
      throw cannotRun(chosen, e.getMessage());
    }
  }

  /** Whether a backend computes here: it is tried, as a driver that is there may refuse. */
  public static boolean canRun(Backend backend) {
    try {
      kernel(backend, Workers.callingThread());
      return true;
    } catch (Failure e) {
      return false;
    }
  }

  private static Failure cannotRun(Backend backend, @Nullable String reason) {
    return Failure.noBackend("--backend %s cannot run here: %s".formatted(backend, reason));
  }

  /** The number of threads asked for. */
  public int threads() {
    if (threads < 1) {
      throw Failure.usage("--threads must be at least 1, was " + threads);
    }
    return threads;
  }
}
