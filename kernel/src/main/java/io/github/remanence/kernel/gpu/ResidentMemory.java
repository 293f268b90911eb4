package io.github.remanence.kernel.gpu;

import io.github.remanence.kernel.gpu.accelerator.Accelerator.Buffer;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * Memory that stays on an accelerator from one update to the next.
 *
 * <p>On the host a segment stands for it, which can be cut into parts and compared like any other,
 * but neither read nor written: its arena is closed, and no memory has its address.
 */
public final class ResidentMemory implements AutoCloseable {

  /** No memory of a process lies here or above. */
  private static final long FIRST_ADDRESS = 1L << 62;

  /** All there is, by the address of its first byte. */
  private static final ConcurrentSkipListMap<Long, ResidentMemory> ALL =
      new ConcurrentSkipListMap<>();

  /** Never used again, so that what stands for freed memory stands for no other. */
  private static long nextAddress = FIRST_ADDRESS;

  private final MemorySegment standIn;
  private final GpuRunner owner;
  private final Buffer buffer;

  private ResidentMemory(MemorySegment standIn, GpuRunner owner, Buffer buffer) {
    this.standIn = standIn;
    this.owner = owner;
    this.buffer = buffer;
  }

  /** Takes memory of an accelerator, which is freed by {@link #close}. */
  static ResidentMemory of(GpuRunner owner, Buffer buffer) {
    synchronized (ALL) {
      ResidentMemory memory =
          new ResidentMemory(standIn(nextAddress, buffer.byteSize()), owner, buffer);
      ALL.put(nextAddress, memory);
      nextAddress += buffer.byteSize() + 1; // The end of one is no part of the next.
      return memory;
    }
  }

  @SuppressWarnings("restricted") // It can never be read, wherever it lies.
  private static MemorySegment standIn(long address, long bytes) {
    try (Arena closed = Arena.ofShared()) {
      return MemorySegment.ofAddress(address).reinterpret(bytes, closed, null);
    }
  }

  /** Whether a segment stands for memory of an accelerator, or for a part of it. */
  public static boolean isResident(MemorySegment segment) {
    return segment.isNative() && segment.address() >= FIRST_ADDRESS;
  }

  /**
   * The memory that a segment stands for, or for a part of; null if it is memory of the host.
   *
   * @throws IllegalStateException if the memory was freed
   */
  public static @Nullable ResidentMemory find(MemorySegment segment) {
    if (!isResident(segment)) {
      return null;
    }
    Map.Entry<Long, ResidentMemory> entry = ALL.floorEntry(segment.address());
    if (entry == null || segment.address() > entry.getKey() + entry.getValue().byteSize()) {
      throw new IllegalStateException("the memory on the GPU is closed");
    }
    return entry.getValue();
  }

  /** What stands for it. */
  public MemorySegment standIn() {
    return standIn;
  }

  /** Whose it is. */
  public GpuRunner owner() {
    return owner;
  }

  /** The memory itself. */
  Buffer buffer() {
    return buffer;
  }

  /** Where a part begins, in bytes from the start. */
  long offset(MemorySegment part) {
    return part.address() - standIn.address();
  }

  private long byteSize() {
    return standIn.byteSize();
  }

  @Override
  public void close() {
    synchronized (ALL) {
      if (ALL.remove(standIn.address(), this)) {
        buffer.close();
      }
    }
  }
}
