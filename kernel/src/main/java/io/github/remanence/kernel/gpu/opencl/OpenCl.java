package io.github.remanence.kernel.gpu.opencl;

import io.github.remanence.kernel.foreign.NativeLibrary;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The OpenCL library of this machine, and its devices. */
public final class OpenCl {

  static final int SUCCESS = 0;
  static final int PLATFORM_NAME = 0x0902;
  static final int DEVICE_NAME = 0x102B;
  private static final int DEVICE_NOT_FOUND = -1;
  private static final int NO_PLATFORM = -1001; // From the loader, if no driver is installed.
  private static final long ALL_DEVICES = 0xFFFFFFFFL;
  private static final long DEVICE_TYPE_GPU = 1 << 2;
  private static final int DEVICE_TYPE = 0x1000;
  private static final int MOST = 64;

  private static final List<String> NAMES =
      List.of("libOpenCL.so.1", "OpenCL.dll", "/System/Library/Frameworks/OpenCL.framework/OpenCL");

  private final NativeLibrary library;

  private OpenCl(NativeLibrary library) {
    this.library = library;
  }

  /** A device, and the platform that drives it. */
  public record Device(MemorySegment platform, MemorySegment id, String name, boolean isGpu) {}

  /** The library; empty if there is none. */
  public static Optional<OpenCl> load() {
    return NAMES.stream()
        .map(NativeLibrary::load)
        .flatMap(Optional::stream)
        .findFirst()
        .map(OpenCl::new);
  }

  /** All devices, GPUs first. */
  public List<Device> devices() {
    List<Device> devices = new ArrayList<>();
    try (Arena arena = Arena.ofConfined()) {
      for (MemorySegment platform : platforms(arena)) {
        devices.addAll(devices(platform, arena));
      }
    }
    devices.sort((a, b) -> Boolean.compare(b.isGpu(), a.isGpu()));
    return devices;
  }

  private List<MemorySegment> platforms(Arena arena) {
    MemorySegment ids = arena.allocate(ValueLayout.ADDRESS, MOST);
    MemorySegment count = arena.allocate(ValueLayout.JAVA_INT);
    int status = call("clGetPlatformIDs", MOST, ids, count);
    if (status == NO_PLATFORM) {
      return List.of();
    }
    require(status, "clGetPlatformIDs");
    return pointers(ids, count);
  }

  private List<Device> devices(MemorySegment platform, Arena arena) {
    MemorySegment ids = arena.allocate(ValueLayout.ADDRESS, MOST);
    MemorySegment count = arena.allocate(ValueLayout.JAVA_INT);
    int status = call("clGetDeviceIDs", platform, ALL_DEVICES, MOST, ids, count);
    if (status == DEVICE_NOT_FOUND) {
      return List.of();
    }
    require(status, "clGetDeviceIDs");
    String driver = text("clGetPlatformInfo", platform, PLATFORM_NAME);
    return pointers(ids, count).stream()
        .map(
            id ->
                new Device(
                    platform,
                    id,
                    "%s, %s".formatted(text("clGetDeviceInfo", id, DEVICE_NAME), driver),
                    (number(id, DEVICE_TYPE) & DEVICE_TYPE_GPU) != 0))
        .toList();
  }

  private static List<MemorySegment> pointers(MemorySegment ids, MemorySegment count) {
    List<MemorySegment> pointers = new ArrayList<>();
    for (int i = 0; i < Math.min(MOST, count.get(ValueLayout.JAVA_INT, 0)); i++) {
      pointers.add(ids.getAtIndex(ValueLayout.ADDRESS, i));
    }
    return pointers;
  }

  /** A property of a device that is a number. */
  long number(MemorySegment device, int property) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment value = arena.allocate(ValueLayout.JAVA_LONG);
      long size = value.byteSize();
      require(
          call("clGetDeviceInfo", device, property, size, value, MemorySegment.NULL),
          "clGetDeviceInfo");
      return value.get(ValueLayout.JAVA_LONG, 0);
    }
  }

  private String text(String function, MemorySegment of, int property) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment value = arena.allocate(1 << 12);
      long size = value.byteSize();
      require(call(function, of, property, size, value, MemorySegment.NULL), function);
      return value.getString(0).strip();
    }
  }

  int call(String function, Object... arguments) {
    return library.callInt(function, arguments);
  }

  MemorySegment make(String function, MemorySegment status, Object... arguments) {
    MemorySegment made = library.callPointer(function, arguments);
    require(status.get(ValueLayout.JAVA_INT, 0), function);
    return made;
  }

  static void require(int status, String function) {
    if (status != SUCCESS) {
      throw new IllegalStateException("OpenCL: %s failed, error %d".formatted(function, status));
    }
  }
}
