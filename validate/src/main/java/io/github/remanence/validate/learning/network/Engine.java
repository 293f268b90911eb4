package io.github.remanence.validate.learning.network;

import io.github.remanence.bench.product.OpenBlas;
import io.github.remanence.kernel.UpdateKernel;

/**
 * What computes. Each thread takes a tile of a layer and does with it whatever is to be done: so
 * the kernel and the library work on the thread that calls them, in blocks of a size that does not
 * depend on the number of threads, and every sum is taken in one order.
 *
 * @param kernel updates and random numbers, on the calling thread
 * @param products products of matrices, on the calling thread
 * @param team the threads
 */
public record Engine(UpdateKernel kernel, OpenBlas products, Team team) {

  /**
   * With the one library of products there is.
   *
   * @param kernel that works on the calling thread
   * @throws IllegalStateException if the library cannot run here; the message says why
   */
  public static Engine of(UpdateKernel kernel, Team team) {
    return new Engine(kernel, OpenBlas.withThreads(1), team);
  }
}
