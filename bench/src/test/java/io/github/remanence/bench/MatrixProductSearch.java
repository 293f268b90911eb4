package io.github.remanence.bench;

import io.github.remanence.bench.product.OpenBlas;

/**
 * The library of the matrix product, if it is there for this machine. Says so where it is not: what
 * needs it is not run then.
 */
final class MatrixProductSearch {

  private static final boolean FOUND = search();

  private MatrixProductSearch() {}

  static boolean found() {
    return FOUND;
  }

  private static boolean search() {
    try {
      OpenBlas.withThreads(1);
      return true;
    } catch (IllegalStateException e) {
      System.err.println("SKIPPED: " + e.getMessage());
      return false;
    }
  }
}
