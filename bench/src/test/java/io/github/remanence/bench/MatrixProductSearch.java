package io.github.remanence.bench;

import io.github.remanence.bench.product.MatrixProduct;
import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;

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
    float[] one = {1};
    try (Arena arena = Arena.ofConfined()) {
      new MatrixProduct(one, one, 1, arena.allocate(ValueLayout.JAVA_FLOAT), 1).run();
      return true;
    } catch (IllegalStateException e) {
      System.err.println("SKIPPED: " + e.getMessage());
      return false;
    }
  }
}
