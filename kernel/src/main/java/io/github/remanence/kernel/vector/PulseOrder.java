package io.github.remanence.kernel.vector;

import java.util.Arrays;

/**
 * The devices of a block in the order of their pulses, those with the most first: so those that
 * have any left are always the first ones, and the others are not worked on for nothing. Of counts
 * spread evenly from none to some that is half of the work.
 */
final class PulseOrder {

  /** More pulses than these are not told apart. */
  private static final int MOST = 64;

  private final int[] order;
  private final int[] ranks;
  private final float[] copy;

  /** After how many devices, in order, those end that have at least MOST - i pulses. */
  private final int[] ends = new int[MOST + 1];

  private int size;

  /** For blocks of at most so many devices. */
  PulseOrder(int devices) {
    order = new int[devices];
    ranks = new int[devices];
    copy = new float[devices];
  }

  /** Orders devices; the sign of their pulses does not matter. */
  void of(float[] pulses, int at, int devices) {
    size = devices;
    Arrays.fill(ends, 0);
    for (int i = 0; i < size; i++) {
      ranks[i] = rank(pulses[at + i]);
    }
    for (int i = 0; i < size; i++) {
      ends[ranks[i]]++;
    }
    int end = 0;
    for (int rank = 0; rank <= MOST; rank++) {
      end += ends[rank];
      ends[rank] = end;
    }
    for (int i = size - 1; i >= 0; i--) { // From the end, each rank is filled from its end.
      order[--ends[ranks[i]]] = i;
    }
    for (int rank = 0; rank < MOST; rank++) { // Now they are starts, and an end is the next start.
      ends[rank] = ends[rank + 1];
    }
    ends[MOST] = size;
  }

  private static int rank(float pulses) {
    float most = Math.abs(pulses);
    int whole = (int) most;
    int started = whole < most ? whole + 1 : whole;
    return started > MOST ? 0 : MOST - started;
  }

  /** How many devices have pulses left when all have got so many. */
  int withMoreThan(int pulses) {
    return ends[Math.max(0, MOST - 1 - pulses)];
  }

  /** Puts numbers of the devices into their order. */
  void sort(float[] numbers, int at) {
    System.arraycopy(numbers, at, copy, 0, size);
    for (int i = 0; i < size; i++) {
      numbers[at + i] = copy[order[i]];
    }
  }

  /** Puts numbers back to where their devices are. */
  void restore(float[] numbers, int at) {
    System.arraycopy(numbers, at, copy, 0, size);
    for (int i = 0; i < size; i++) {
      numbers[at + order[i]] = copy[i];
    }
  }
}
