package io.github.remanence.bench;

import io.github.remanence.bench.quick.PulsePair;

/** A way from the vectors of a batch to the pulses of one update. */
interface BatchUpdate extends AutoCloseable {

  /** What has to be done anew for each update. */
  void prepare();

  /** Up the sum, and down. */
  PulsePair pulses();

  /** What an update moves besides conductances, counts and vectors. */
  long bytes();

  @Override
  void close();
}
