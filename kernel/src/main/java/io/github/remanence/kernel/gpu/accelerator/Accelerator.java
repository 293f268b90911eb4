package io.github.remanence.kernel.gpu.accelerator;

import java.lang.foreign.MemorySegment;
import java.util.List;

/**
 * A device that runs the kernels of {@code updates.cl}: its memory, and how a kernel is started.
 * One thread at a time.
 */
public interface Accelerator {

  /** Memory of the accelerator. */
  interface Buffer extends AutoCloseable {

    /** Its size. */
    long byteSize();

    /** Frees it. */
    @Override
    void close();
  }

  /** The device that runs, and through what, for people. */
  String description();

  /**
   * Whether division, square root and fused multiply-add are correctly rounded here, so that
   * updates have the bits of the other backends.
   */
  boolean isBitIdentical();

  /** The most bytes of one buffer. */
  long largestBuffer();

  /**
   * Memory that nothing is written to yet.
   *
   * @throws IllegalStateException if the accelerator has not so much
   */
  Buffer allocate(long bytes);

  /**
   * Copies from the host, and returns when the host's memory may be written to again.
   *
   * @param from off the heap
   * @param offset in bytes
   */
  void upload(MemorySegment from, Buffer to, long offset);

  /** Copies to the host when all that was launched is done. */
  void download(Buffer from, long offset, MemorySegment to);

  /**
   * Starts a kernel on a rectangle of devices, after all that was launched before.
   *
   * @param kernel its name
   * @param operands the buffers of its arguments, in their order
   * @param arguments the struct of its arguments, off the heap
   */
  void launch(String kernel, List<Buffer> operands, MemorySegment arguments, long rows, long cols);

  /** Waits for all that was launched. */
  void finish();
}
