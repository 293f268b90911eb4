package io.github.remanence.kernel.gpu.accelerator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The kernels, as every accelerator gets them. */
public final class KernelSource {

  /** The names of all kernels. */
  public static final List<String> KERNELS =
      List.of(
          "uniformly",
          "tabulated",
          "counted",
          "varied",
          "noisy",
          "responded",
          "paired",
          "field_changed",
          "relaxed",
          "shown",
          "copied");

  private KernelSource() {}

  /** In OpenCL C. */
  public static String openCl() {
    return resource("updates.cl");
  }

  /** Compiled for every NVIDIA GPU from 2018 on. */
  public static String ptx() {
    return resource("updates.ptx");
  }

  private static String resource(String name) {
    try (InputStream in = KernelSource.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the resource %s is not in the jar".formatted(name));
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
