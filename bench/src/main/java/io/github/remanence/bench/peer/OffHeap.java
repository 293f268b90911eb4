package io.github.remanence.bench.peer;

import io.github.remanence.kernel.memory.OffHeapMemory;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.function.LongToDoubleFunction;

/** Arrays for C++, in the memory that crossbars off the heap are in. */
public final class OffHeap implements AutoCloseable {

  // Not confined: JMH may set up on one thread and measure on another.
  private final Arena arena = Arena.ofShared();

  /** An array of float32, filled from first to last. */
  MemorySegment floats(long length, LongToDoubleFunction values) {
    MemorySegment floats = OffHeapMemory.allocate(length * Float.BYTES, arena);
    for (long i = 0; i < length; i++) {
      floats.setAtIndex(ValueLayout.JAVA_FLOAT, i, (float) values.applyAsDouble(i));
    }
    return floats;
  }

  /** An array of these float32. */
  MemorySegment floats(float... values) {
    return floats(values.length, i -> values[(int) i]);
  }

  /** An array of int8, filled from first to last with values that are rounded. */
  MemorySegment bytes(long length, LongToDoubleFunction values) {
    MemorySegment bytes = OffHeapMemory.allocate(length, arena);
    for (long i = 0; i < length; i++) {
      bytes.set(ValueLayout.JAVA_BYTE, i, (byte) Math.rint(values.applyAsDouble(i)));
    }
    return bytes;
  }

  /** The same values with the other sign. */
  MemorySegment oppositeFloats(MemorySegment floats) {
    return floats(
        floats.byteSize() / Float.BYTES, i -> -floats.getAtIndex(ValueLayout.JAVA_FLOAT, i));
  }

  /** The same counts with the other sign. */
  MemorySegment oppositeBytes(MemorySegment bytes) {
    return bytes(bytes.byteSize(), i -> -bytes.get(ValueLayout.JAVA_BYTE, i));
  }

  @Override
  public void close() {
    arena.close();
  }
}
