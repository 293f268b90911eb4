package io.github.remanence.bench;

import io.github.remanence.bench.quick.PulsePair;
import io.github.remanence.kernel.Crossbar;
import io.github.remanence.kernel.UpdatePlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** Does it matter where a crossbar lies: on the heap, off the heap, in a mapped file? */
public class MemoryKindBenchmark extends CrossbarBenchmark {

  static final double PULSES = 3;
  static final double FIELD = 0.5;

  /** Where the crossbar lies. */
  @Param({"heap", "off-heap", "mapped"})
  public String memory;

  private UpdatePlan plan;
  private PulsePair pulses;
  private Workbench workbench;

  /** Fills a crossbar. */
  @Setup
  public void setUp() throws IOException {
    plan = bernard2025(FIELD);
    pulses = PulsePair.uniform(PULSES);
    workbench = Workbench.of(backend, threads, allocate(), plan.curve());
  }

  /** One update of the whole crossbar, the same pulses for every device. */
  @Benchmark
  public void update(PerDevice counter) {
    workbench.kernel().apply(plan, pulses.next(), workbench.crossbar());
    counter.add(workbench.crossbar().devices());
  }

  @Override
  Workbench workbench() {
    return workbench;
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
