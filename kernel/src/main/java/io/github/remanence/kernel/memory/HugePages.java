package io.github.remanence.kernel.memory;

import io.github.remanence.kernel.foreign.NativeLibrary;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Memory in transparent huge pages. Linux gives them on request unless it was set otherwise; NumPy
 * asks for them too.
 *
 * <p>A page of 4 KiB holds 1024 conductances, and a processor knows the addresses of some thousand
 * pages. In a crossbar of 4096 x 4096 it looks each up again in every update: of one with uniform
 * pulses that was 40 % of the time, on a machine whose memory 13 hours of work had scattered (Intel
 * Xeon, 2026-11).
 *
 * <p>Asking is a hint: where Linux has no huge page left, or was set to give none, it gives small
 * ones.
 */
final class HugePages {

  /** Of x86, and of Arm with pages of 4 KiB; with another size the hint may do nothing. */
  private static final long PAGE = 2 << 20;

  /** MADV_HUGEPAGE of Linux's {@code <asm-generic/mman-common.h>}. */
  private static final int ADVICE = 14;

  private static final boolean CAN_ASK =
      System.getProperty("os.name").equals("Linux")
          && HugePages.class.getModule().isNativeAccessEnabled();

  private HugePages() {}

  /**
   * Whether so much memory is worth a request, and one can be made: on Linux, in a JVM that allows
   * this module calls into C.
   */
  static boolean serve(long bytes) {
    return CAN_ASK && bytes >= 2 * PAGE;
  }

  /** Memory from the start of a page on, all 0. */
  @SuppressWarnings("restricted") // The size is the one that was asked for.
  static MemorySegment allocate(long bytes, Arena arena) {
    NativeLibrary c = NativeLibrary.standard();
    MemorySegment memory =
        aligned(c, bytes).reinterpret(bytes, arena, address -> c.call("free", address));
    c.callInt("madvise", memory, bytes, ADVICE);
    return memory.fill((byte) 0);
  }

  private static MemorySegment aligned(NativeLibrary c, long bytes) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment address = arena.allocate(ValueLayout.ADDRESS);
      if (c.callInt("posix_memalign", address, PAGE, bytes) != 0) {
        throw new OutOfMemoryError("no %d bytes off the heap".formatted(bytes));
      }
      return address.get(ValueLayout.ADDRESS, 0);
    }
  }
}
