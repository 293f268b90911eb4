package io.github.remanence.kernel.gpu.accelerator;

/**
 * How a rectangle of devices is spread over work items, which go on from device to device if there
 * are fewer of them: groups of 256 that are as wide as the rows, and all within the limits of every
 * driver.
 *
 * @param groupCols columns of a group, a power of two
 * @param groupRows rows of a group
 * @param cols groups side by side
 * @param rows groups below each other
 */
public record Grid(int groupCols, int groupRows, int cols, int rows) {

  /** Work items of a group: every device takes so many. */
  private static final int GROUP = 256;

  private static final int MOST_GROUPS = (1 << 16) - 1;

  /** The grid of a rectangle that is not empty. */
  public static Grid of(long rows, long cols) {
    int groupCols = (int) Math.min(GROUP, Long.highestOneBit(2 * cols - 1));
    int groupRows = GROUP / groupCols;
    return new Grid(groupCols, groupRows, groups(cols, groupCols), groups(rows, groupRows));
  }

  private static int groups(long devices, int ofGroup) {
    return (int) Math.min(MOST_GROUPS, Math.ceilDiv(devices, ofGroup));
  }
}
