package io.github.remanence.validate.learning.network;

/**
 * What is random in a layer; each has a stream of its own. The numbers are part of every result.
 */
enum Chance {
  /** How the plus devices differ. */
  PLUS_DEVICES(0),
  /** How the minus devices differ. */
  MINUS_DEVICES(1),
  /** Where the plus devices start. */
  START(2),
  /** Read noise of the plus devices in the backward pass. */
  PLUS_READ(3),
  /** Read noise of the minus devices in the backward pass. */
  MINUS_READ(4),
  /** Noise of the outputs while the network learns. */
  LEARNING_OUTPUT(5),
  /** Noise of the outputs while the network is tested. */
  TEST_OUTPUT(6);

  /** Streams kept for each layer. */
  private static final long OF_A_LAYER = 16;

  private final int number;

  Chance(int number) {
    this.number = number;
  }

  /** The stream of a layer. */
  long stream(int layer) {
    return layer * OF_A_LAYER + number;
  }
}
