package io.github.remanence.validate.learning.network;

import io.github.remanence.kernel.random.Draws;

/**
 * One pass of a batch through the network.
 *
 * @param kind what for
 * @param number counts the passes of a kind, from 0 over the whole training; noise is drawn by it
 */
record Pass(Kind kind, long number) {

  /** The noise of a layer's outputs in this pass. */
  Draws outputDraws(Setting setting, int layer) {
    return setting.draws(kind.outputNoise, layer, number);
  }

  /** What a pass is for. */
  enum Kind {
    /** The network learns. */
    LEARNING(Chance.LEARNING_OUTPUT),
    /** The network is tested. */
    TEST(Chance.TEST_OUTPUT);

    private final Chance outputNoise;

    Kind(Chance outputNoise) {
      this.outputNoise = outputNoise;
    }
  }
}
