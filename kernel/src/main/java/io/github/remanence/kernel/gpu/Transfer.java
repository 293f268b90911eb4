package io.github.remanence.kernel.gpu;

import io.github.remanence.kernel.gpu.accelerator.Accelerator;
import io.github.remanence.kernel.gpu.accelerator.Accelerator.Buffer;
import io.github.remanence.kernel.step.Matrix;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * Copies matrices between the host and an accelerator, where their rows lie without gaps: through
 * memory off the heap, a part at a time, so that the heap is never pinned and what lies between the
 * rows of a part of a crossbar is never written.
 */
final class Transfer {

  private static final long PART = 8 << 20;

  private final Accelerator accelerator;
  private final MemorySegment staging = Arena.ofAuto().allocate(PART, Long.BYTES);

  Transfer(Accelerator accelerator) {
    this.accelerator = accelerator;
  }

  /** Copies a matrix of the host to the start of a buffer. */
  void upload(Matrix from, Buffer to) {
    new Pass(from) {
      @Override
      void stage(MemorySegment row, long staged) {
        staging.asSlice(staged, row.byteSize()).copyFrom(row);
      }

      @Override
      void move(long bytes, long offset) {
        accelerator.upload(staging.asSlice(0, bytes), to, offset);
      }
    }.stageThenMove();
  }

  /** Copies the start of a buffer to a matrix of the host. */
  void download(Buffer from, Matrix to) {
    new Pass(to) {
      @Override
      void stage(MemorySegment row, long staged) {
        row.copyFrom(staging.asSlice(staged, row.byteSize()));
      }

      @Override
      void move(long bytes, long offset) {
        accelerator.download(from, offset, staging.asSlice(0, bytes));
      }
    }.moveThenStage();
  }

  /** Sets the start of a buffer to zeros. */
  void clear(Buffer buffer, long bytes) {
    staging.fill((byte) 0);
    for (long done = 0; done < bytes; done += PART) {
      accelerator.upload(staging.asSlice(0, Math.min(PART, bytes - done)), buffer, done);
    }
  }

  /** Goes through a matrix by parts of rows, as many at a time as can be staged. */
  private abstract static class Pass {
    private final Matrix matrix;
    private final long rowBytes;
    private final long all;

    Pass(Matrix matrix) {
      this.matrix = matrix.isGapless() ? matrix.asOneRow() : matrix;
      this.rowBytes = this.matrix.cols() * matrix.type().bytes();
      this.all = this.matrix.rows() * rowBytes;
    }

    /** Copies between a part of a row and its place in the staging memory. */
    abstract void stage(MemorySegment row, long staged);

    /** Copies between the staging memory and the buffer. */
    abstract void move(long bytes, long offset);

    void stageThenMove() {
      for (long done = 0; done < all; done += PART) {
        long bytes = Math.min(PART, all - done);
        stageRows(done, bytes);
        move(bytes, done);
      }
    }

    void moveThenStage() {
      for (long done = 0; done < all; done += PART) {
        long bytes = Math.min(PART, all - done);
        move(bytes, done);
        stageRows(done, bytes);
      }
    }

    private void stageRows(long from, long bytes) {
      for (long done = 0; done < bytes; ) {
        long row = (from + done) / rowBytes;
        long inRow = (from + done) % rowBytes;
        long some = Math.min(rowBytes - inRow, bytes - done);
        long start = matrix.index(row, 0) * matrix.type().bytes() + inRow;
        stage(matrix.memory().asSlice(start, some), done);
        done += some;
      }
    }
  }
}
