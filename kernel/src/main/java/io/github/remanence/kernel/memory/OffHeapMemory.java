package io.github.remanence.kernel.memory;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * Memory off the heap, all 0, from the start of a cache line on.
 *
 * <p>Large pieces are in huge pages where the system has them ({@link HugePages}), so that an
 * update does not wait for the address of every 4 KiB.
 */
public final class OffHeapMemory {

  private static final long CACHE_LINE = 64;

  private OffHeapMemory() {}

  /**
   * Allocates.
   *
   * @param bytes not negative
   * @param arena whose end frees the memory
   * @throws OutOfMemoryError if there is not so much
   */
  public static MemorySegment allocate(long bytes, Arena arena) {
    return HugePages.serve(bytes)
        ? HugePages.allocate(bytes, arena)
        : arena.allocate(bytes, CACHE_LINE);
  }
}
