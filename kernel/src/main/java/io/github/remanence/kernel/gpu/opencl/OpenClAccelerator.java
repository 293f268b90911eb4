package io.github.remanence.kernel.gpu.opencl;

import io.github.remanence.kernel.gpu.accelerator.Accelerator;
import io.github.remanence.kernel.gpu.accelerator.Grid;
import io.github.remanence.kernel.gpu.accelerator.KernelSource;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A device of OpenCL 1.2 or later, called through {@code java.lang.foreign}: any vendor's, with no
 * limit on sizes but its own.
 */
public final class OpenClAccelerator implements Accelerator {

  private static final int MAX_ALLOCATION = 0x1010;
  private static final int SINGLE_PRECISION = 0x101B;
  private static final long DENORMALS = 1;
  private static final long CORRECT_DIVISION = 1 << 7;
  private static final long READ_WRITE = 1;
  private static final int BUILD_LOG = 0x1183;
  private static final MemorySegment NULL = MemorySegment.NULL;

  private final OpenCl openCl;
  private final OpenCl.Device device;
  private final Arena arena = Arena.ofAuto();
  private final MemorySegment status = arena.allocate(ValueLayout.JAVA_INT);
  private final MemorySegment pointer = arena.allocate(ValueLayout.ADDRESS);
  private final MemorySegment sizes = arena.allocate(ValueLayout.JAVA_LONG, 4);
  private final MemorySegment context;
  private final MemorySegment queue;
  private final Map<String, ClKernel> kernels = new HashMap<>();

  /** A kernel, and the buffers that were its arguments the last time: most stay. */
  private static final class ClKernel {
    private final MemorySegment handle;
    private final List<@Nullable Buffer> operands = new ArrayList<>();

    ClKernel(MemorySegment handle) {
      this.handle = handle;
    }
  }

  /** A class and no record, since one that was freed is another one than that in its place. */
  private static final class ClBuffer implements Buffer {
    private final OpenCl openCl;
    private final MemorySegment handle;
    private final long byteSize;

    ClBuffer(OpenCl openCl, MemorySegment handle, long byteSize) {
      this.openCl = openCl;
      this.handle = handle;
      this.byteSize = byteSize;
    }

    @Override
    public long byteSize() {
      return byteSize;
    }

    @Override
    public void close() {
      OpenCl.require(openCl.call("clReleaseMemObject", handle), "clReleaseMemObject");
    }
  }

  /**
   * Opens a device for the rest of the process and compiles the kernels.
   *
   * @throws IllegalStateException if the driver refuses them; with its message
   */
  public OpenClAccelerator(OpenCl openCl, OpenCl.Device device) {
    this(openCl, device, KernelSource.openCl());
  }

  /** The same with other kernels: in tests, wrong ones. */
  public OpenClAccelerator(OpenCl openCl, OpenCl.Device device, String source) {
    this.openCl = openCl;
    this.device = device;
    pointer.set(ValueLayout.ADDRESS, 0, device.id());
    context = openCl.make("clCreateContext", status, NULL, 1, pointer, NULL, NULL, status);
    queue = openCl.make("clCreateCommandQueue", status, context, device.id(), 0L, status);
    MemorySegment program = build(source);
    for (String name : KernelSource.KERNELS) {
      MemorySegment kernel =
          openCl.make("clCreateKernel", status, program, arena.allocateFrom(name), status);
      kernels.put(name, new ClKernel(kernel));
    }
  }

  private MemorySegment build(String source) {
    pointer.set(ValueLayout.ADDRESS, 0, arena.allocateFrom(source));
    MemorySegment program =
        openCl.make("clCreateProgramWithSource", status, context, 1, pointer, NULL, status);
    String options =
        "-cl-std=CL1.2" + (dividesCorrectly() ? " -cl-fp32-correctly-rounded-divide-sqrt" : "");
    pointer.set(ValueLayout.ADDRESS, 0, device.id());
    int built =
        openCl.call("clBuildProgram", program, 1, pointer, arena.allocateFrom(options), NULL, NULL);
    if (built != OpenCl.SUCCESS) {
      throw new IllegalStateException(
          "OpenCL: %s does not compile the kernels, error %d: %s"
              .formatted(device.name(), built, buildLog(program)));
    }
    return program;
  }

  private String buildLog(MemorySegment program) {
    MemorySegment log = arena.allocate(1 << 16);
    openCl.call(
        "clGetProgramBuildInfo", program, device.id(), BUILD_LOG, log.byteSize() - 1, log, NULL);
    return log.getString(0).strip();
  }

  private boolean dividesCorrectly() {
    return has(CORRECT_DIVISION);
  }

  private boolean has(long property) {
    return (openCl.number(device.id(), SINGLE_PRECISION) & property) != 0;
  }

  @Override
  public String description() {
    return "%s, through OpenCL%s"
        .formatted(device.name(), isBitIdentical() ? "" : ", without IEEE division");
  }

  @Override
  public boolean isBitIdentical() {
    return dividesCorrectly() && has(DENORMALS);
  }

  @Override
  public long largestBuffer() {
    return openCl.number(device.id(), MAX_ALLOCATION);
  }

  @Override
  public Buffer allocate(long bytes) {
    try {
      MemorySegment handle =
          openCl.make("clCreateBuffer", status, context, READ_WRITE, bytes, NULL, status);
      return new ClBuffer(openCl, handle, bytes);
    } catch (IllegalStateException e) {
      throw new IllegalStateException(
          "%s has no %d bytes for a crossbar or its counts; one buffer may have %d"
              .formatted(device.name(), bytes, largestBuffer()),
          e);
    }
  }

  @Override
  public void upload(MemorySegment from, Buffer to, long offset) {
    transfer("clEnqueueWriteBuffer", to, offset, from);
  }

  @Override
  public void download(Buffer from, long offset, MemorySegment to) {
    transfer("clEnqueueReadBuffer", from, offset, to);
  }

  private void transfer(String function, Buffer buffer, long offset, MemorySegment host) {
    MemorySegment handle = ((ClBuffer) buffer).handle;
    long bytes = host.byteSize();
    int wait = 1;
    OpenCl.require(
        openCl.call(function, queue, handle, wait, offset, bytes, host, 0, NULL, NULL), function);
  }

  @Override
  public void launch(
      String name, List<Buffer> operands, MemorySegment arguments, long rows, long cols) {
    ClKernel kernel = kernels.get(name);
    if (kernel == null) {
      throw new IllegalArgumentException("there is no kernel " + name);
    }
    MemorySegment handle = kernel.handle;
    for (int i = 0; i < operands.size(); i++) {
      operand(kernel, i, (ClBuffer) operands.get(i));
    }
    argument(handle, operands.size(), arguments);
    Grid grid = Grid.of(rows, cols);
    MemorySegment global =
        sizes((long) grid.cols() * grid.groupCols(), (long) grid.rows() * grid.groupRows(), 0);
    MemorySegment local = sizes(grid.groupCols(), grid.groupRows(), 2);
    OpenCl.require(
        openCl.call("clEnqueueNDRangeKernel", queue, handle, 2, NULL, global, local, 0, NULL, NULL),
        "clEnqueueNDRangeKernel");
  }

  private void operand(ClKernel kernel, int number, ClBuffer buffer) {
    if (number == kernel.operands.size()) {
      kernel.operands.add(null);
    }
    if (kernel.operands.get(number) != buffer) {
      pointer.set(ValueLayout.ADDRESS, 0, buffer.handle);
      argument(kernel.handle, number, pointer);
      kernel.operands.set(number, buffer);
    }
  }

  private void argument(MemorySegment kernel, int number, MemorySegment value) {
    OpenCl.require(
        openCl.call("clSetKernelArg", kernel, number, value.byteSize(), value), "clSetKernelArg");
  }

  private MemorySegment sizes(long cols, long rows, int at) {
    sizes.setAtIndex(ValueLayout.JAVA_LONG, at, cols);
    sizes.setAtIndex(ValueLayout.JAVA_LONG, at + 1, rows);
    return sizes.asSlice((long) at * Long.BYTES, 2 * Long.BYTES);
  }

  @Override
  public void finish() {
    OpenCl.require(openCl.call("clFinish", queue), "clFinish");
  }
}
