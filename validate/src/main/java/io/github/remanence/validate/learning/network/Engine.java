package io.github.remanence.validate.learning.network;

import io.github.remanence.bench.product.OpenBlas;
import io.github.remanence.kernel.Backend;
import io.github.remanence.kernel.UpdateKernel;
import io.github.remanence.kernel.Workers;

/**
 * What computes. Each thread takes a {@link Tile} and does with it whatever is to be done: so the
 * kernel and the library work on the thread that calls them, in blocks of a size that does not
 * depend on the number of threads, and every sum is taken in one order.
 *
 * @param kernel updates and random numbers, on the calling thread
 * @param products products of matrices, on the calling thread
 * @param team the threads
 */
public record Engine(UpdateKernel kernel, OpenBlas products, Team team) {

  /**
   * With a backend of the caller's choice.
   *
   * @throws IllegalStateException if the backend or the library of matrix products cannot run here;
   *     the message says why
   */
  public static Engine of(Backend backend, Team team) {
    return new Engine(
        UpdateKernel.of(backend, Workers.callingThread()), OpenBlas.withThreads(1), team);
  }
}
