package io.github.remanence.bench.quick;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntToLongFunction;
import java.util.function.LongSupplier;

/** Time that goes on only while a candidate works, and a record of who worked when. */
final class FakeClock implements LongSupplier {

  final List<String> worked = new ArrayList<>();
  private long now;

  @Override
  public long getAsLong() {
    return now;
  }

  /** A candidate whose passes all take the same time. */
  IntConsumer candidate(String name, long nanoseconds) {
    return candidate(name, turn -> nanoseconds);
  }

  /**
   * A candidate that changes.
   *
   * @param nanoseconds what a pass takes, from how often the candidate has had its turn before
   */
  IntConsumer candidate(String name, IntToLongFunction nanoseconds) {
    int[] turn = {0};
    return passes -> {
      worked.add(name);
      now += passes * nanoseconds.applyAsLong(turn[0]++);
    };
  }
}
