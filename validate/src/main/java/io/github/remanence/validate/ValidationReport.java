package io.github.remanence.validate;

import java.time.Instant;
import java.util.List;

/**
 * What a validation found, and where.
 *
 * @param machine the machine it ran on
 * @param backends what ran, or why it could not, for each backend
 * @param date when it ended
 * @param tables the answers
 */
public record ValidationReport(
    Machine machine, List<String> backends, Instant date, List<Table> tables) {

  /** Copies the lists. */
  public ValidationReport {
    backends = List.copyOf(backends);
    tables = List.copyOf(tables);
  }

  /** True if there are tables and every bound holds in each. */
  public boolean passed() {
    return !tables.isEmpty() && tables.stream().allMatch(Table::passed);
  }
}
