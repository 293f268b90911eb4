package io.github.remanence.kernel;

import io.github.remanence.kernel.device.DeviceCurve;
import io.github.remanence.kernel.gpu.GpuPath;
import io.github.remanence.kernel.gpu.GpuRunner;
import io.github.remanence.kernel.gpu.ResidentMemory;
import io.github.remanence.kernel.memory.OffHeapMemory;
import io.github.remanence.kernel.step.CopyStep;
import io.github.remanence.kernel.step.ElementType;
import io.github.remanence.kernel.step.Matrix;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A crossbar of rows x cols devices: one float32 conductance each, row after row, without padding.
 *
 * <p>The memory is on the heap (an array of the caller's is used as it is), off the heap, or a
 * file. All behave alike; off-heap and mapped crossbars may hold more than 2^31 devices and must be
 * closed. Memory on a GPU is for updates by {@link Backend#GPU} and for {@link #copyTo}: the host
 * cannot see it.
 *
 * <p><b>Units.</b> The device's own unit of conductance.
 *
 * <p><b>Threads.</b> Any thread may read and write; a crossbar does not guard its values against
 * two updates at once. An update of a crossbar that another thread closes ends with an exception.
 */
public final class Crossbar implements AutoCloseable {

  private final Matrix matrix;
  private final Matrix asOneRow;
  private final Devices devices;
  private final @Nullable Crossbar whole;
  private final Runnable release;
  private boolean closed;

  private Crossbar(long rows, long cols, MemorySegment conductances, Runnable release) {
    this(
        Matrix.gapless(conductances, ElementType.FLOAT32, rows, cols),
        Devices.alike(rows, cols),
        null,
        release);
  }

  private Crossbar(Matrix matrix, Devices devices, @Nullable Crossbar whole, Runnable release) {
    this.matrix = matrix;
    this.devices = devices;
    this.whole = whole;
    this.asOneRow = matrix.isGapless() ? matrix.asOneRow() : matrix;
    this.release = release;
  }

  /**
   * A crossbar over an array of the caller's; nothing is copied, and both see every change.
   *
   * @param conductances rows * cols values, row after row
   * @throws IllegalArgumentException if the array has another length
   */
  public static Crossbar wrap(float[] conductances, long rows, long cols) {
    long devices = devices(rows, cols);
    if (devices != conductances.length) {
      throw new IllegalArgumentException(
          "a crossbar of %d x %d needs %d conductances, the array has %d"
              .formatted(rows, cols, devices, conductances.length));
    }
    return new Crossbar(rows, cols, MemorySegment.ofArray(conductances), () -> {});
  }

  /** A crossbar on the heap, all conductances 0; at most 2^31 - 9 devices. */
  public static Crossbar onHeap(long rows, long cols) {
    long devices = devices(rows, cols);
    if (devices > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          "a crossbar of %d x %d does not fit a Java array; use offHeap or map"
              .formatted(rows, cols));
    }
    return wrap(new float[(int) devices], rows, cols);
  }

  /**
   * A crossbar off the heap, all conductances 0; close it to free its memory.
   *
   * <p>From 4 MiB on it is in huge pages where Linux gives them on request ({@code
   * /sys/kernel/mm/transparent_hugepage/enabled} says {@code madvise}) and the JVM lets this module
   * ask for them ({@code --enable-native-access}): updates of crossbars larger than the caches are
   * faster then.
   *
   * @throws OutOfMemoryError if there is not so much memory
   */
  public static Crossbar offHeap(long rows, long cols) {
    long bytes = devices(rows, cols) * Float.BYTES;
    Arena arena = arenaOfOneCrossbar();
    return new Crossbar(rows, cols, OffHeapMemory.allocate(bytes, arena), arena::close);
  }

  /**
   * A crossbar in an existing file; changes reach the file.
   *
   * @param file rows * cols float32 values in native byte order (little-endian on x86 and Arm), and
   *     nothing else
   * @throws IOException if the file cannot be opened for reading and writing
   * @throws IllegalArgumentException if the file has another length
   */
  public static Crossbar map(Path file, long rows, long cols) throws IOException {
    long bytes = devices(rows, cols) * Float.BYTES;
    long found = Files.size(file);
    if (found != bytes) {
      throw new IllegalArgumentException(
          "a crossbar of %d x %d needs a file of %d bytes, %s has %d"
              .formatted(rows, cols, bytes, file, found));
    }
    return map(file, rows, cols, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  /**
   * A crossbar in a new file, all conductances 0.
   *
   * @throws IOException if the file exists already or cannot be made
   */
  public static Crossbar createMapped(Path file, long rows, long cols) throws IOException {
    devices(rows, cols);
    return map(
        file,
        rows,
        cols,
        StandardOpenOption.READ,
        StandardOpenOption.WRITE,
        StandardOpenOption.CREATE_NEW,
        StandardOpenOption.SPARSE);
  }

  /**
   * A crossbar on the GPU that {@link Backend#GPU} takes, all conductances 0; close it to free its
   * memory. It stays there from one update to the next: copy conductances to it, update it as often
   * as you like, and copy them back.
   *
   * @throws IllegalStateException if there is no GPU, or it has not so much memory; the message
   *     says why
   */
  public static Crossbar onGpu(long rows, long cols) {
    return on(
        GpuPath.preferred()
            .orElseThrow(() -> new IllegalStateException("there is no GPU: " + GpuPath.whyNone()))
            .runner(),
        rows,
        cols);
  }

  static Crossbar on(GpuRunner gpu, long rows, long cols) {
    ResidentMemory memory = gpu.allocate(devices(rows, cols) * Float.BYTES);
    return new Crossbar(rows, cols, memory.standIn(), memory::close);
  }

  private static Crossbar map(Path file, long rows, long cols, OpenOption... options)
      throws IOException {
    Arena arena = arenaOfOneCrossbar();
    try (FileChannel channel = FileChannel.open(file, options)) {
      long bytes = devices(rows, cols) * Float.BYTES;
      MemorySegment mapped = channel.map(FileChannel.MapMode.READ_WRITE, 0, bytes, arena);
      return new Crossbar(rows, cols, mapped, arena::close);
    } catch (IOException | RuntimeException e) {
      arena.close();
      throw e;
    }
  }

  /** Lives as long as the crossbar, which closes it. */
  @SuppressWarnings("MustBeClosedChecker")
  private static Arena arenaOfOneCrossbar() {
    return Arena.ofShared();
  }

  private static long devices(long rows, long cols) {
    if (rows < 0 || cols < 0) {
      throw new IllegalArgumentException(
          "a crossbar cannot have a negative size, was %d x %d".formatted(rows, cols));
    }
    if (cols != 0 && rows > Long.MAX_VALUE / Float.BYTES / cols) {
      throw new IllegalArgumentException(
          "a crossbar of %d x %d is larger than any memory".formatted(rows, cols));
    }
    return rows * cols;
  }

  /**
   * A part of this crossbar, over the same memory: both see every change. It lives as long as this
   * one, and an update of it touches nothing else.
   *
   * @param row the first row of the part
   * @param col the first column of the part
   * @param rows number of rows, as many as there are from the first on or fewer
   * @param cols number of columns
   * @throws IndexOutOfBoundsException if the part is not inside
   */
  public Crossbar block(long row, long col, long rows, long cols) {
    Objects.checkFromIndexSize(row, rows, rows());
    Objects.checkFromIndexSize(col, cols, cols());
    return part(row, col, rows, cols, 1);
  }

  /**
   * Every so many rows of this crossbar, from the first one on, over the same memory.
   *
   * @param step 1 for every row, 2 for every other one
   */
  public Crossbar everyRow(long step) {
    if (step < 1) {
      throw new IllegalArgumentException("every how many rows? at least 1, was " + step);
    }
    return part(0, 0, Math.ceilDiv(rows(), step), cols(), step);
  }

  private Crossbar part(long row, long col, long rows, long cols, long rowStep) {
    return new Crossbar(
        matrix().block(row, col, rows, cols, rowStep),
        devices.block(row, col, rows, cols, rowStep, matrix.index(row, col)),
        /* whole= */ this,
        () -> {});
  }

  /**
   * The same crossbar, over the same memory, of devices that differ. It lives as long as this one.
   * On a GPU the factors are copied there; close what is returned to free them.
   *
   * @throws IllegalArgumentException if the factors are for another shape
   */
  public Crossbar withFactors(DeviceFactors deviceFactors) {
    if (deviceFactors.rows() != rows() || deviceFactors.cols() != cols()) {
      throw new IllegalArgumentException(
          "factors for %d x %d devices do not fit the %s"
              .formatted(deviceFactors.rows(), deviceFactors.cols(), this));
    }
    ResidentMemory gpu = ResidentMemory.find(matrix().memory());
    if (deviceFactors.areNone() || gpu == null) {
      DeviceFactors own = deviceFactors.areNone() ? null : deviceFactors;
      return new Crossbar(matrix(), devices.with(own), /* whole= */ this, () -> {});
    }
    List<ResidentMemory> copies = new ArrayList<>();
    Runnable release = () -> copies.forEach(ResidentMemory::close);
    try {
      DeviceFactors own = deviceFactors.on(gpu.owner(), copies);
      return new Crossbar(matrix(), devices.with(own), /* whole= */ this, release);
    } catch (IllegalStateException e) { // No memory for all of them.
      release.run();
      throw e;
    }
  }

  /** The number of rows. */
  public long rows() {
    return matrix.rows();
  }

  /** The number of columns. */
  public long cols() {
    return matrix.cols();
  }

  /** From the start of a row to the start of the next, in devices: cols, but more in a part. */
  public long rowStride() {
    return matrix.rowStride();
  }

  /** The number of devices, rows * cols. */
  public long devices() {
    return matrix.size();
  }

  /**
   * The memory itself, from the first device to the last: float32 in native byte order, rows {@link
   * #rowStride} apart. It dies with the crossbar.
   *
   * @throws IllegalStateException if the crossbar is closed, or on a GPU
   */
  public MemorySegment conductances() {
    MemorySegment memory = matrix().memory();
    if (ResidentMemory.isResident(memory)) {
      throw new IllegalStateException(
          "the %s is on the GPU; copy it to one of the host to see it".formatted(this));
    }
    return memory;
  }

  /**
   * Copies all conductances to another crossbar, from and to memory of every kind, bit by bit.
   *
   * @param target of the same shape; where both share memory, of the same devices
   * @throws IllegalArgumentException if it has another shape, or shares memory in part
   * @throws IllegalStateException if one of them is closed, or they are on two GPUs
   */
  public void copyTo(Crossbar target) {
    if (target.rows() != rows() || target.cols() != cols()) {
      throw new IllegalArgumentException(
          "a copy has the same shape, these are a %s and a %s".formatted(this, target));
    }
    if (overlapsInPart(target)) {
      throw new IllegalArgumentException(
          "the %s and the %s that it is copied to share memory, but are not the same devices"
              .formatted(this, target));
    }
    ResidentMemory from = ResidentMemory.find(matrix().memory());
    ResidentMemory to = ResidentMemory.find(target.matrix().memory());
    ResidentMemory gpu = from == null ? to : from;
    CopyStep copy = new CopyStep(matrix());
    if (gpu == null) {
      copy.to(target.matrix());
    } else {
      gpu.owner().run(copy, target.matrix());
    }
  }

  /** Whether its memory is that of a GPU, which the host cannot see. */
  public boolean isOnGpu() {
    return ResidentMemory.find(matrix().memory()) != null;
  }

  /** The conductance of one device. */
  public float get(long row, long col) {
    return conductances().getAtIndex(ValueLayout.JAVA_FLOAT, index(row, col));
  }

  /** Sets the conductance of one device. */
  public void set(long row, long col, float conductance) {
    conductances().setAtIndex(ValueLayout.JAVA_FLOAT, index(row, col), conductance);
  }

  /** Gives all devices one conductance. */
  public void fill(float conductance) {
    ResidentMemory gpu = ResidentMemory.find(matrix().memory());
    if (gpu != null) {
      gpu.owner().run(Relaxations.fill(this, conductance), matrix);
      return;
    }
    MemorySegment memory = conductances();
    for (long row = 0; row < rows(); row++) {
      for (long col = 0; col < cols(); col++) {
        memory.setAtIndex(ValueLayout.JAVA_FLOAT, matrix.index(row, col), conductance);
      }
    }
  }

  /**
   * Counts what an update would turn into NaN and what it would bring into the window; one pass
   * over the memory.
   */
  public Census census(DeviceCurve curve) {
    conductances(); // Can they be seen?
    return Census.of(matrix(), curve);
  }

  /** Whether they share memory, and are not the same devices in the same order. */
  boolean overlapsInPart(Crossbar other) {
    MemorySegment mine = matrix().memory();
    MemorySegment others = other.matrix().memory();
    return sharesMemory(other) && !(mine.equals(others) && rowStride() == other.rowStride());
  }

  /** Whether both are on the heap, off it, in files or on a GPU. */
  boolean inMemoryLike(Crossbar other) {
    MemorySegment mine = matrix().memory();
    MemorySegment others = other.matrix().memory();
    return mine.getClass() == others.getClass()
        && ResidentMemory.isResident(mine) == ResidentMemory.isResident(others);
  }

  /** Whether a byte of them is the same. */
  boolean sharesMemory(Crossbar other) {
    return matrix().memory().asOverlappingSlice(other.matrix().memory()).isPresent();
  }

  /** How single devices differ; null if they do not. */
  @Nullable DeviceFactors factors() {
    return devices.factors();
  }

  /** Its devices, without draws. */
  Devices deviceSet() {
    return devices;
  }

  Matrix matrix() {
    requireOpen();
    return matrix;
  }

  /** As one row, if there are no gaps between the rows. */
  Matrix asOneRow() {
    requireOpen();
    return asOneRow;
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the %s is closed".formatted(this));
    }
    if (whole != null) {
      whole.requireOpen();
    }
  }

  /** Writes the changes of a mapped crossbar to its file; other crossbars have nothing to write. */
  public void flush() {
    if (matrix().memory().isMapped()) {
      conductances().force();
    }
  }

  /**
   * Frees the memory of an off-heap crossbar, unmaps a mapped one; does nothing the second time.
   */
  @Override
  public void close() {
    if (!closed) {
      release.run();
      closed = true;
    }
  }

  private long index(long row, long col) {
    Objects.checkIndex(row, rows());
    Objects.checkIndex(col, cols());
    return matrix.index(row, col);
  }

  @Override
  public String toString() {
    return "crossbar of %d x %d".formatted(rows(), cols());
  }
}
