package io.github.remanence.bench;

import io.github.remanence.kernel.Crossbar;
import io.github.remanence.kernel.UpdatePlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** Does it matter where a crossbar lies: on the heap, off the heap, in a mapped file? */
public class MemoryKindBenchmark extends FormBenchmark {

  static final double FIELD = 0.5;

  /** Where the crossbar lies. */
  @Param({"heap", "off-heap", "mapped"})
  public String memory;

  /** The form of the pulses. */
  @Param({"uniform", "int8", "float32"})
  public String form;

  private UpdatePlan plan;
  private Form pulses;
  private Workbench workbench;

  /** Fills a crossbar. */
  @Setup
  public void setUp() throws IOException {
    plan = bernard2025(FIELD);
    pulses = Form.of(form, shape());
    workbench = on(allocate(), plan.curve());
  }

  /** One update of the whole crossbar: the pulses, or their opposite by turns. */
  @Benchmark
  public void update(Traffic counter) {
    workbench.update(plan, pulses.pulses(), counter);
  }

  @Override
  Workbench workbench() {
    return workbench;
  }

  Form form() {
    return pulses;
  }

  private Crossbar allocate() throws IOException {
    long rows = shape().rows();
    long cols = shape().cols();
    return switch (memory) {
      case "heap" -> Crossbar.onHeap(rows, cols);
      case "off-heap" -> Crossbar.offHeap(rows, cols);
      case "mapped" -> Crossbar.createMapped(temporaryFile(), rows, cols);
      default ->
          throw new IllegalArgumentException(
              "memory is heap, off-heap or mapped, was '%s'".formatted(memory));
    };
  }

  private static Path temporaryFile() throws IOException {
    Path folder = Files.createTempDirectory("remanence-bench");
    Path file = folder.resolve("crossbar");
    folder.toFile().deleteOnExit(); // In reverse order: first the file.
    file.toFile().deleteOnExit();
    return file;
  }
}
