package io.github.remanence.kernel.gpu.cuda;

import io.github.remanence.kernel.foreign.NativeLibrary;
import io.github.remanence.kernel.gpu.accelerator.Accelerator;
import io.github.remanence.kernel.gpu.accelerator.Grid;
import io.github.remanence.kernel.gpu.accelerator.KernelSource;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An NVIDIA GPU, through the CUDA driver API: it needs the driver and nothing else. The kernels
 * come as PTX, which the driver compiles for the card.
 */
public final class CudaAccelerator implements Accelerator {

  private final NativeLibrary driver;
  private final Arena arena = Arena.ofAuto();
  private final MemorySegment result = arena.allocate(ValueLayout.JAVA_LONG);
  private final MemorySegment pointers = arena.allocate(ValueLayout.JAVA_LONG, 16);
  private final MemorySegment parameters = arena.allocate(ValueLayout.ADDRESS, 17);
  private final MemorySegment context;
  private final String name;
  private final Map<String, MemorySegment> kernels = new HashMap<>();

  private record CudaBuffer(NativeLibrary driver, long address, long byteSize) implements Buffer {
    @Override
    public void close() {
      Cuda.require(driver.callInt("cuMemFree_v2", address), "cuMemFree");
    }
  }

  /**
   * Opens the first GPU for the rest of the process and compiles the kernels.
   *
   * @throws IllegalStateException if the driver refuses
   */
  public CudaAccelerator(NativeLibrary driver) {
    this.driver = driver;
    call("cuInit", 0);
    call("cuDeviceGet", result, 0);
    int device = result.get(ValueLayout.JAVA_INT, 0);
    MemorySegment text = arena.allocate(256);
    call("cuDeviceGetName", text, (int) text.byteSize(), device);
    name = text.getString(0);
    // The context that the whole process shares with other users of CUDA.
    call("cuDevicePrimaryCtxRetain", result, device);
    context = result.get(ValueLayout.ADDRESS, 0);
    call("cuCtxSetCurrent", context);
    call("cuModuleLoadData", result, arena.allocateFrom(KernelSource.ptx()));
    MemorySegment module = result.get(ValueLayout.ADDRESS, 0);
    for (String kernel : KernelSource.KERNELS) {
      call("cuModuleGetFunction", result, module, arena.allocateFrom(kernel));
      kernels.put(kernel, result.get(ValueLayout.ADDRESS, 0));
    }
  }

  private void call(String function, Object... arguments) {
    Cuda.require(driver.callInt(function, arguments), function);
  }

  /** A context is current for a thread; whoever comes in may be another one. */
  private void enter() {
    call("cuCtxSetCurrent", context);
  }

  @Override
  public String description() {
    return "%s, through CUDA".formatted(name);
  }

  /** CUDA divides, takes roots and fuses as IEEE 754 says, since the kernels are compiled so. */
  @Override
  public boolean isBitIdentical() {
    return true;
  }

  /** All that is free. */
  @Override
  public long largestBuffer() {
    enter();
    call("cuMemGetInfo_v2", result, pointers);
    return result.get(ValueLayout.JAVA_LONG, 0);
  }

  @Override
  public Buffer allocate(long bytes) {
    enter();
    try {
      call("cuMemAlloc_v2", result, bytes);
    } catch (IllegalStateException e) {
      throw new IllegalStateException(
          "%s has no %d bytes for a crossbar or its counts; %d are free"
              .formatted(name, bytes, largestBuffer()),
          e);
    }
    return new CudaBuffer(driver, result.get(ValueLayout.JAVA_LONG, 0), bytes);
  }

  @Override
  public void upload(MemorySegment from, Buffer to, long offset) {
    enter();
    call("cuMemcpyHtoD_v2", address(to) + offset, from, from.byteSize());
  }

  @Override
  public void download(Buffer from, long offset, MemorySegment to) {
    enter();
    call("cuMemcpyDtoH_v2", to, address(from) + offset, to.byteSize());
  }

  private static long address(Buffer buffer) {
    return ((CudaBuffer) buffer).address();
  }

  @Override
  public void launch(
      String kernel, List<Buffer> operands, MemorySegment arguments, long rows, long cols) {
    MemorySegment function = kernels.get(kernel);
    if (function == null) {
      throw new IllegalArgumentException("there is no kernel " + kernel);
    }
    enter();
    for (int i = 0; i < operands.size(); i++) {
      pointers.setAtIndex(ValueLayout.JAVA_LONG, i, address(operands.get(i)));
      MemorySegment at = pointers.asSlice((long) i * Long.BYTES, Long.BYTES);
      parameters.setAtIndex(ValueLayout.ADDRESS, i, at);
    }
    parameters.setAtIndex(ValueLayout.ADDRESS, operands.size(), arguments);
    Grid grid = Grid.of(rows, cols);
    call(
        "cuLaunchKernel",
        function,
        grid.cols(),
        grid.rows(),
        1,
        grid.groupCols(),
        grid.groupRows(),
        1,
        0, // Shared memory.
        MemorySegment.NULL, // Stream.
        parameters,
        MemorySegment.NULL);
  }

  @Override
  public void finish() {
    enter();
    call("cuCtxSynchronize");
  }
}
