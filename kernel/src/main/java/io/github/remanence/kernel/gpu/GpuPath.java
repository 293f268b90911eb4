package io.github.remanence.kernel.gpu;

import io.github.remanence.kernel.gpu.accelerator.Accelerator;
import io.github.remanence.kernel.gpu.aparapi.AparapiAccelerator;
import io.github.remanence.kernel.gpu.cuda.Cuda;
import io.github.remanence.kernel.gpu.cuda.CudaAccelerator;
import io.github.remanence.kernel.gpu.opencl.OpenCl;
import io.github.remanence.kernel.gpu.opencl.OpenClAccelerator;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The ways to a GPU, the preferred one first. */
public enum GpuPath {
  /** Any vendor's driver of OpenCL, called directly. */
  OPENCL {
    @Override
    public Optional<String> missing() {
      return OpenCl.load()
          .map(
              library ->
                  library.devices().isEmpty()
                      ? Optional.of("no OpenCL device; install the driver of the GPU, or PoCL")
                      : Optional.<String>empty())
          .orElse(Optional.of("no OpenCL library; install ocl-icd-libopencl1 or a GPU's driver"));
    }

    @Override
    boolean hasGpu() {
      return OpenCl.load().stream()
          .flatMap(library -> library.devices().stream())
          .anyMatch(OpenCl.Device::isGpu);
    }

    @Override
    Accelerator open() {
      OpenCl library = OpenCl.load().orElseThrow();
      return new OpenClAccelerator(library, library.devices().getFirst());
    }
  },

  /** The CUDA driver of an NVIDIA GPU, called directly. */
  CUDA {
    @Override
    public Optional<String> missing() {
      return Cuda.load()
          .map(
              driver ->
                  Cuda.hasDevice(driver)
                      ? Optional.<String>empty()
                      : Optional.of("the CUDA driver finds no GPU"))
          .orElse(Optional.of("no CUDA driver"));
    }

    @Override
    boolean hasGpu() {
      return missing().isEmpty();
    }

    @Override
    Accelerator open() {
      return new CudaAccelerator(Cuda.load().orElseThrow());
    }
  },

  /** Aparapi, where its jar is there. */
  APARAPI {
    @Override
    public Optional<String> missing() {
      return isThere()
          ? AparapiAccelerator.missing()
          : Optional.of("com.aparapi:aparapi is not on the class path");
    }

    @Override
    boolean hasGpu() {
      return false; // What Aparapi finds, OPENCL finds, too.
    }

    @Override
    Accelerator open() {
      return AparapiAccelerator.open();
    }

    private boolean isThere() {
      try {
        Class.forName("com.aparapi.device.OpenCLDevice", false, GpuPath.class.getClassLoader());
        return true;
      } catch (ClassNotFoundException | LinkageError notThere) {
        return false;
      }
    }
  };

  /**
   * What was opened. A driver's context and compiled kernels belong to the process, as the driver
   * itself does; to open them takes seconds.
   */
  private static final Map<GpuPath, GpuRunner> OPENED = new EnumMap<>(GpuPath.class);

  /** Why this way is closed, and what to do; empty if it is open. */
  public abstract Optional<String> missing();

  /** Whether it leads to a GPU, rather than to a processor that stands in for one. */
  abstract boolean hasGpu();

  abstract Accelerator open();

  /** Steps by this way; only if nothing is {@link #missing}. */
  public GpuRunner runner() {
    synchronized (OPENED) {
      return OPENED.computeIfAbsent(this, path -> new GpuRunner(path.open()));
    }
  }

  /** The first way that leads to a GPU, else the first that leads anywhere; empty if none does. */
  public static Optional<GpuPath> preferred() {
    return Stream.of(values())
        .filter(GpuPath::hasGpu)
        .findFirst()
        .or(() -> Stream.of(values()).filter(path -> path.missing().isEmpty()).findFirst());
  }

  /** Why none of the ways is open. */
  public static String whyNone() {
    return Stream.of(values())
        .map(path -> "%s: %s".formatted(path, path.missing().orElse("there")))
        .collect(Collectors.joining("; "));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
