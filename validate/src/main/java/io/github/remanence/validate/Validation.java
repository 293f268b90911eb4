package io.github.remanence.validate;

import io.github.remanence.kernel.Backend;
import io.github.remanence.kernel.UpdateKernel;
import io.github.remanence.kernel.Workers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Asks every question about the kernel that runs here. Takes some ten seconds on one core; with
 * {@link Coverage#EVERY_FLOAT} some minutes more, shared among all cores.
 *
 * <pre>{@code
 * ValidationReport report =
 *     Validation.run(Coverage.SAMPLE, (done, total, title) -> System.err.println(title));
 * CsvFolder.write(Path.of("validation"), report, "my command");
 * }</pre>
 */
public final class Validation {

  private static final int DRIFT_UPDATES = 1_000_000;

  /** An odd number: no crossbar is shared out evenly. */
  private static final int THREADS = 3;

  private Validation() {}

  /**
   * Measures every table on every backend that can run here.
   *
   * @param functions the floats and words at which the kernel's functions of one number are
   *     measured
   * @param progress told before each table
   */
  public static ValidationReport run(Coverage functions, Progress progress) {
    try (Workers workers = Workers.threads(THREADS)) {
      List<Subject> backends = Subject.all();
      List<Subject> threads = Subject.withThreads(workers, ", %d threads".formatted(THREADS));
      List<Table> tables = answers(questions(functions, backends, threads), progress);
      return new ValidationReport(Machine.here(), descriptions(), Instant.now(), tables);
    }
  }

  /** All questions; the fastest backend answers those that are asked once. */
  private static List<Question> questions(
      Coverage functions, List<Subject> backends, List<Subject> threads) {
    Subject fastest = Subject.fastest();
    return List.of(
        new ByBackend(backends),
        new ByNonlinearity(fastest),
        new ByPulseCount(fastest),
        new ByDistance(fastest),
        new ByWindow(fastest),
        new ByResponse(fastest),
        new Trains(fastest),
        new KeptCoordinate(fastest),
        new KeptCoordinateByNonlinearity(fastest),
        new KeptConductance(fastest),
        new ByArgument(KernelFunction.EXPONENTIAL, functions),
        new ByArgument(KernelFunction.REDUCED_EXPONENTIAL, functions),
        new ByArgument(KernelFunction.LOGARITHM, functions),
        new ByArgument(KernelFunction.LOGARITHM_NEAR_ONE, functions),
        new QuantileByWord(functions),
        new ZeroPulses(backends),
        new Agreement(
            backends.getFirst(), Stream.concat(backends.stream(), threads.stream()).toList()),
        new Drift(fastest, DRIFT_UPDATES));
  }

  private static List<Table> answers(List<Question> questions, Progress progress) {
    List<Table> tables = new ArrayList<>();
    for (Question question : questions) {
      progress.next(tables.size(), questions.size(), question.title());
      tables.add(question.answer());
    }
    return tables;
  }

  private static List<String> descriptions() {
    return Arrays.stream(Backend.values()).map(Validation::description).toList();
  }

  private static String description(Backend backend) {
    return backend
        .missing()
        .map(reason -> "%s: missing, %s".formatted(backend, reason))
        .orElseGet(() -> UpdateKernel.of(backend, Workers.callingThread()).description());
  }
}
