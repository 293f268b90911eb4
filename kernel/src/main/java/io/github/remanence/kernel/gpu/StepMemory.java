package io.github.remanence.kernel.gpu;

import io.github.remanence.kernel.gpu.accelerator.Accelerator;
import io.github.remanence.kernel.gpu.accelerator.Accelerator.Buffer;
import io.github.remanence.kernel.step.Matrix;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The matrices that a step works on, on the accelerator: those that lie there are used in place,
 * those of the host are copied there, each once, and copied back if the step writes to them.
 */
final class StepMemory {

  /**
   * Where a matrix is.
   *
   * @param first its first number, counted from the start of the buffer
   * @param rowStride from the start of a row to the start of the next, in numbers
   */
  record Place(Buffer buffer, long first, long rowStride) {}

  private static final long LEAST_BYTES = 1 << 12;

  private final GpuRunner owner;
  private final Accelerator accelerator;
  private final Transfer transfer;
  private final Map<Matrix, Place> places = new HashMap<>();
  private final List<Matrix> written = new ArrayList<>();

  /** Buffers for matrices of the host, kept from one step to the next. */
  private final List<Buffer> buffers = new ArrayList<>();

  private int used;

  StepMemory(GpuRunner owner, Accelerator accelerator, Transfer transfer) {
    this.owner = owner;
    this.accelerator = accelerator;
    this.transfer = transfer;
  }

  /** Forgets the matrices of the step before. */
  void begin() {
    places.clear();
    written.clear();
    used = 0;
  }

  /** Copies back what was written. */
  void end() {
    for (Matrix matrix : written) {
      transfer.download(read(matrix).buffer(), matrix);
    }
    begin();
  }

  /** A matrix that kernels read. */
  Place read(Matrix matrix) {
    Place known = places.get(matrix);
    if (known == null) {
      known = place(matrix);
      places.put(matrix, known);
    }
    return known;
  }

  private Place place(Matrix matrix) {
    ResidentMemory resident = ResidentMemory.find(matrix.memory());
    if (resident == null) {
      Place copy = scratch(matrix);
      transfer.upload(matrix, copy.buffer());
      return copy;
    }
    if (!resident.owner().equals(owner)) {
      throw new IllegalStateException(
          "the memory is on another GPU: %s".formatted(resident.owner().description()));
    }
    long first = resident.offset(matrix.memory()) / matrix.type().bytes();
    return new Place(resident.buffer(), first, matrix.rowStride());
  }

  /** A matrix that kernels write, too. */
  Place write(Matrix matrix) {
    if (!ResidentMemory.isResident(matrix.memory()) && !written.contains(matrix)) {
      written.add(matrix);
    }
    return read(matrix);
  }

  /** A matrix that kernels write every number of, and do not read. */
  Place overwrite(Matrix matrix) {
    if (!ResidentMemory.isResident(matrix.memory())) {
      places.put(matrix, scratch(matrix));
    }
    return write(matrix);
  }

  /** As many numbers as a matrix has, for this step alone. */
  Place scratch(Matrix like) {
    return new Place(buffer(like.size() * like.type().bytes()), 0, like.cols());
  }

  private Buffer buffer(long bytes) {
    if (used == buffers.size()) {
      buffers.add(accelerator.allocate(Math.max(LEAST_BYTES, bytes)));
    } else if (buffers.get(used).byteSize() < bytes) {
      buffers.remove(used).close();
      buffers.add(used, accelerator.allocate(bytes));
    }
    return buffers.get(used++);
  }
}
