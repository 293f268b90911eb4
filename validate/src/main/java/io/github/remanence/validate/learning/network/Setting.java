package io.github.remanence.validate.learning.network;

import io.github.remanence.kernel.UpdateKernel;
import io.github.remanence.kernel.random.Draws;

/**
 * What all layers of a network share.
 *
 * @param engine what computes
 * @param clock where its time is counted
 * @param seed of everything random
 * @param rate pulses for a gradient of 1
 */
record Setting(Engine engine, Clock clock, long seed, double rate) {

  UpdateKernel kernel() {
    return engine.kernel();
  }

  /** The random numbers of one use, counted from 0. */
  Draws draws(Chance chance, int layer, long use) {
    return Draws.of(seed, chance.stream(layer), use);
  }

  /** The random numbers of what never changes. */
  Draws drawsOfDevices(Chance chance, int layer) {
    return Draws.ofDevices(seed, chance.stream(layer));
  }
}
