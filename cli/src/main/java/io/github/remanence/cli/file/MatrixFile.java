package io.github.remanence.cli.file;

import io.github.remanence.cli.npy.NpyFile;
import io.github.remanence.cli.npy.NpyHeader;
import io.github.remanence.kernel.Crossbar;
import io.github.remanence.validate.Machine;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * A {@code .npy} file as float32 in memory, off the heap.
 *
 * @param file where it came from
 * @param header what the file holds
 * @param values the values; a vector is one row
 */
public record MatrixFile(InputFile file, NpyHeader header, Crossbar values)
    implements AutoCloseable {

  /**
   * Reads a file; the values are rounded to float32.
   *
   * @throws io.github.remanence.cli.console.Failure if it cannot be read or a finite value is
   *     beyond float32
   */
  public static MatrixFile read(InputFile file) {
    return file.read(
        path -> {
          try (NpyFile npy = NpyFile.open(path)) {
            return new MatrixFile(file, npy.header(), values(npy));
          }
        });
  }

  private static Crossbar values(NpyFile npy) throws IOException {
    NpyHeader header = npy.header();
    requireMemory(header.rows() * header.cols() * Float.BYTES);
    Crossbar values = Crossbar.offHeap(header.rows(), header.cols());
    try {
      MemorySegment memory = values.conductances();
      npy.read(
          (index, value) ->
              memory.setAtIndex(
                  ValueLayout.JAVA_FLOAT, index, toFloat(value, index, header.cols())));
      return values;
    } catch (IOException | RuntimeException e) {
      values.close();
      throw e;
    }
  }

  /** Asked first, because a system that runs out of memory ends the program without a word. */
  private static void requireMemory(long needed) throws IOException {
    long present = Machine.here().memoryBytes();
    if (needed > present) {
      throw new IOException(
          "it needs %d MiB of memory as float32, this machine has %d MiB; split it"
              .formatted(needed >> 20, present >> 20));
    }
  }

  private static float toFloat(double value, long index, long cols) throws IOException {
    float rounded = (float) value;
    if (Float.isInfinite(rounded) && Double.isFinite(value)) {
      throw new IOException(
          "%s at row %d, column %d is too large for float32"
              .formatted(value, index / cols, index % cols));
    }
    return rounded;
  }

  /**
   * Refuses NaN and infinity.
   *
   * @param notFinite how many there are
   */
  public void requireFinite(long notFinite) {
    if (notFinite > 0) {
      long first = firstNotFinite();
      throw file.wrong(
          "%d of its values are NaN or infinite, the first %s at row %d, column %d (counted from 0)"
              .formatted(notFinite, at(first), first / values.cols(), first % values.cols()));
    }
  }

  private long firstNotFinite() {
    long index = 0;
    while (Float.isFinite(at(index))) {
      index++;
    }
    return index;
  }

  private float at(long index) {
    return values.conductances().getAtIndex(ValueLayout.JAVA_FLOAT, index);
  }

  @Override
  public void close() {
    values.close();
  }
}
