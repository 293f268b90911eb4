package io.github.remanence.bench.ceiling;

/**
 * As much memory as a crossbar has, and the cheapest passes over it: a copy, and in place a
 * multiplication and a multiply-add. In place every second pass takes the one before it back, so
 * the values never leave the range of ordinary numbers.
 */
public final class CeilingMemory {

  /** Bytes that a pass moves for each value: 4 are read and 4 are written. */
  public static final int BYTES_PER_VALUE = 2 * Float.BYTES;

  /**
   * 256 MiB, beyond almost every cache: more memory would not be slower, and might not be there.
   */
  private static final long MOST_VALUES = 1 << 26;

  private final float[] memory;
  private final float[] copy;
  private boolean forth = true;

  /**
   * Memory for so many devices, but at most 2^26.
   *
   * @param devices not negative
   */
  public CeilingMemory(long devices) {
    memory = new float[(int) Math.min(devices, MOST_VALUES)];
    copy = new float[memory.length];
    for (int i = 0; i < memory.length; i++) {
      memory[i] = 1 + i % 1024;
    }
  }

  /** How many values there are. */
  public int values() {
    return memory.length;
  }

  /** The values themselves, changed by every pass in place. */
  public float[] memory() {
    return memory;
  }

  /** Where copies go; all 0 before the first. */
  public float[] copied() {
    return copy;
  }

  /** Copies all values. */
  public void copy(Team team, int passes) {
    repeat(team, passes, (even, from, to) -> Streams.copy(memory, copy, from, to));
  }

  /** In place a = 2 a, and back by a = a / 2. */
  public void scale(Team team, int passes) {
    repeat(team, passes, (even, from, to) -> Streams.scale(memory, even ? 2 : 0.5f, from, to));
  }

  /** In place a = 2 a + 1, and back by a = a / 2 - 1 / 2. */
  public void multiplyAdd(Team team, int passes) {
    repeat(
        team,
        passes,
        (even, from, to) ->
            Streams.multiplyAdd(memory, even ? 2 : 0.5f, even ? 1 : -0.5f, from, to));
  }

  @FunctionalInterface
  private interface Pass {
    void over(boolean even, int from, int to);
  }

  private void repeat(Team team, int passes, Pass pass) {
    boolean first = forth;
    team.run(
        memory.length,
        (from, to) -> {
          for (int i = 0; i < passes; i++) {
            pass.over(first == (i % 2 == 0), from, to);
          }
        });
    forth = first == (passes % 2 == 0);
  }
}
