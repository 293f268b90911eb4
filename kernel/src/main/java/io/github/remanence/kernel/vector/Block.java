package io.github.remanence.kernel.vector;

import java.lang.foreign.MemorySegment;

/**
 * Neighbours in a row on which the passes of an update work, one after another; each thread has one
 * block.
 */
final class Block {

  private static final ThreadLocal<Block> LAST = ThreadLocal.withInitial(Block::new);

  /** Where the first device's conductance is. */
  MemorySegment memory = MemorySegment.NULL;

  long from;

  /** Devices. */
  int size;

  /** Pulses in a count of 1, and where the first device's count is. */
  float scale;

  MemorySegment counts = MemorySegment.NULL;
  long firstCount;

  /** Where the first device's factors are. */
  long firstFactor;

  /** The row and the column of the first device. */
  long row;

  long col;

  /** The most pulses that any device gets one by one; none once they move no device any more. */
  int pulses;

  /** Pairs that get pulses. */
  int moving;

  /** Where in scratch memory e lies. */
  int eAt;

  /** Numbers that one pass leaves for another. */
  float[] scratch = {};

  /** Of devices that get pulse after pulse. */
  final PulseOrder order = new PulseOrder(VectorLoops.RESPONSE_BLOCK);

  private Block() {}

  /**
   * A pass over a block. They are called through lists: C2 compiles what it inlines as one method,
   * and would find several of them too long together and box their vectors (12 to 54 bytes a
   * device; pairs in cache took 0.93 ns a device in place of 0.28, in some runs, as C2 compiled
   * this or that first). From a list of three or more it inlines none.
   */
  @FunctionalInterface
  interface Pass<T> {
    void over(T step, Block block);
  }

  static Block ofThisThread(int scratchSize) {
    Block block = LAST.get();
    block.scratch = Scratch.floats(scratchSize);
    return block;
  }

  /** Forgets the memory, which this thread would keep from being collected otherwise. */
  void release() {
    memory = MemorySegment.NULL;
    counts = MemorySegment.NULL;
  }

  void setDevices(MemorySegment conductances, long first, int devices) {
    memory = conductances;
    from = first;
    size = devices;
  }

  void setCounts(float pulses, MemorySegment memoryOfCounts, long first) {
    scale = pulses;
    counts = memoryOfCounts;
    firstCount = first;
  }

  void setPlace(long firstRow, long firstCol) {
    row = firstRow;
    col = firstCol;
  }
}
