package io.github.remanence.kernel.vector;

import io.github.remanence.kernel.step.NoisyDevice;
import java.lang.foreign.MemorySegment;

/** Neighbours on which the passes of a noisy update work; each thread has one. */
final class NoisyBlock {

  private static final ThreadLocal<NoisyBlock> LAST = ThreadLocal.withInitial(NoisyBlock::new);

  float scale;
  MemorySegment counts = MemorySegment.NULL;
  long firstCount;
  long firstFactor;
  MemorySegment memory = MemorySegment.NULL;
  long from;
  int size;
  float[] scratch = {};

  private NoisyBlock() {}

  /** One of the passes. */
  interface Pass {
    void over(NoisyDevice noisy, NoisyBlock block);
  }

  static NoisyBlock ofThisThread(int scratchSize) {
    NoisyBlock block = LAST.get();
    block.scratch = Scratch.floats(scratchSize);
    return block;
  }

  void set(
      float pulses,
      MemorySegment countMemory,
      long count,
      long factor,
      MemorySegment conductances,
      long device,
      int devices) {
    scale = pulses;
    counts = countMemory;
    firstCount = count;
    firstFactor = factor;
    memory = conductances;
    from = device;
    size = devices;
  }

  /** The place of the first device in the whole crossbar. */
  long place(NoisyDevice noisy) {
    return noisy.firstDevice() + from;
  }
}
