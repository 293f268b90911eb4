package io.github.remanence.kernel.gpu.aparapi;

import com.aparapi.Range;
import com.aparapi.device.Device;
import com.aparapi.device.OpenCLDevice;
import com.aparapi.internal.opencl.OpenCLArgDescriptor;
import com.aparapi.internal.opencl.OpenCLKernel;
import com.aparapi.internal.opencl.OpenCLProgram;
import io.github.remanence.kernel.gpu.accelerator.Accelerator;
import io.github.remanence.kernel.gpu.accelerator.Grid;
import io.github.remanence.kernel.gpu.accelerator.KernelSource;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A device of OpenCL, through Aparapi: the kernels are given to it as they are, so that it has
 * nothing to translate and no Java code that it could run instead.
 *
 * <p>Aparapi copies every array of a kernel to the device before each call, and back after it.
 * Buffers are therefore arrays of the host, {@link UnmovedArrays}, and nothing stays on the device
 * between two calls.
 *
 * <p>Each call has a kernel of its own: one that is given another array than last time keeps both
 * from being collected for ever, and a collector that waits for that stands still.
 */
public final class AparapiAccelerator implements Accelerator {

  /** The kernels take their struct from memory, and the first of them signs for each call. */
  private static final String HEADER = "#define ARGUMENTS_IN_MEMORY\n";

  private static final int OPERANDS = 10;
  private static final int ARGUMENTS = 256;
  private static final int CALL = 254;
  private static final int SIGNED = 255;

  private static final int MOST_BYTES = Integer.MAX_VALUE - 8;

  private final OpenCLDevice device;
  private final OpenCLProgram program;
  private final int[] arguments = UnmovedArrays.ints(ARGUMENTS);

  private static final class ArrayBuffer implements Buffer {
    private final long byteSize;
    private final byte[] array;

    ArrayBuffer(long byteSize) {
      this.byteSize = byteSize;
      array = UnmovedArrays.bytes(byteSize);
    }

    @Override
    public long byteSize() {
      return byteSize;
    }

    @Override
    public void close() {}
  }

  private AparapiAccelerator(OpenCLDevice device, String source) {
    this.device = device;
    device.setSharedMemory(false);
    try {
      program = new OpenCLProgram(device, HEADER + source).createProgram(device);
      runNothing();
    } catch (RuntimeException e) {
      throw new IllegalStateException(
          "Aparapi: %s does not compile the kernels; its messages are on standard error"
              .formatted(description()),
          e);
    }
  }

  /** Aparapi says nothing to its caller when a compilation fails: a launch on no devices tells. */
  private void runNothing() {
    List<Buffer> unused = Collections.nCopies(OPERANDS, allocate(Long.BYTES));
    launch("copied", unused, MemorySegment.ofArray(new int[CALL]), 1, 1);
  }

  private static List<OpenCLArgDescriptor> argumentsOfKernels() {
    long memory =
        OpenCLArgDescriptor.ARG_GLOBAL_BIT
            | OpenCLArgDescriptor.ARG_READWRITE_BIT
            | OpenCLArgDescriptor.ARG_ARRAY_BIT;
    List<OpenCLArgDescriptor> all = new ArrayList<>();
    for (int i = 0; i < OPERANDS; i++) {
      all.add(new OpenCLArgDescriptor("m" + i, memory | OpenCLArgDescriptor.ARG_BYTE_BIT));
    }
    all.add(new OpenCLArgDescriptor("in_memory", memory | OpenCLArgDescriptor.ARG_INT_BIT));
    return all;
  }

  /** Why there is no device to open, and what to do; empty if there is one. */
  public static Optional<String> missing() {
    return devices().isEmpty()
        ? Optional.of("Aparapi finds no OpenCL device")
        : UnmovedArrays.missing();
  }

  /**
   * Opens a device, a GPU if there is one, for the rest of the process and compiles the kernels.
   *
   * @throws IllegalStateException if the driver refuses them
   */
  public static AparapiAccelerator open() {
    return open(KernelSource.openCl());
  }

  /** The same with other kernels: in tests, wrong ones. */
  static AparapiAccelerator open(String source) {
    return new AparapiAccelerator(devices().getFirst(), source);
  }

  /** GPUs first. */
  private static List<OpenCLDevice> devices() {
    List<OpenCLDevice> devices = new ArrayList<>(OpenCLDevice.listDevices(null));
    devices.sort((a, b) -> Boolean.compare(isGpu(b), isGpu(a)));
    return devices;
  }

  private static boolean isGpu(OpenCLDevice device) {
    return device.getType() == Device.TYPE.GPU;
  }

  @Override
  public String description() {
    return "%s, %s, through Aparapi"
        .formatted(device.getName(), device.getOpenCLPlatform().getName().strip());
  }

  /** Aparapi cannot ask the compiler for correct division. */
  @Override
  public boolean isBitIdentical() {
    return !isGpu(device);
  }

  @Override
  public long largestBuffer() {
    return Math.min(MOST_BYTES, device.getMaxMemAllocSize());
  }

  @Override
  public Buffer allocate(long bytes) {
    if (bytes > largestBuffer()) {
      throw new IllegalStateException(
          "Aparapi has arrays of %d bytes at most, %d are needed; take OpenCL or CUDA"
              .formatted(largestBuffer(), bytes));
    }
    return new ArrayBuffer(bytes);
  }

  @Override
  public void upload(MemorySegment from, Buffer to, long offset) {
    MemorySegment.copy(from, 0, MemorySegment.ofArray(array(to)), offset, from.byteSize());
  }

  @Override
  public void download(Buffer from, long offset, MemorySegment to) {
    MemorySegment.copy(MemorySegment.ofArray(array(from)), offset, to, 0, to.byteSize());
  }

  private static byte[] array(Buffer buffer) {
    return ((ArrayBuffer) buffer).array;
  }

  @Override
  public void launch(
      String kernel, List<Buffer> operands, MemorySegment struct, long rows, long cols) {
    Grid grid = Grid.of(rows, cols);
    int width = grid.cols() * grid.groupCols();
    int height = grid.rows() * grid.groupRows();
    Object[] all = new Object[operands.size() + 2];
    all[0] = Range.create2D(device, width, height, grid.groupCols(), grid.groupRows());
    for (int i = 0; i < operands.size(); i++) {
      all[i + 1] = array(operands.get(i));
    }
    all[operands.size() + 1] = arguments;
    MemorySegment.copy(
        struct,
        ValueLayout.JAVA_INT,
        0,
        arguments,
        0,
        Math.toIntExact(struct.byteSize() / Integer.BYTES));
    arguments[CALL]++;
    start(kernel, all);
    if (arguments[SIGNED] != arguments[CALL]) {
      throw new IllegalStateException(
          "Aparapi: the kernel %s did not run on %s".formatted(kernel, description()));
    }
  }

  private void start(String name, Object... all) {
    OpenCLKernel kernel = OpenCLKernel.createKernel(program, name, argumentsOfKernels());
    if (kernel == null) {
      throw new IllegalStateException("Aparapi has no kernel " + name);
    }
    try {
      kernel.invoke(all);
    } finally {
      kernel.dispose();
    }
  }

  @Override
  public void finish() {} // Each call has waited.
}
