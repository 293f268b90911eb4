package io.github.remanence.validate;

/** Told how far a validation is. */
@FunctionalInterface
public interface Progress {

  /**
   * A table is about to be measured.
   *
   * @param done tables that are finished
   * @param total tables in all
   * @param title the question that is asked next
   */
  void next(int done, int total, String title);
}
