package io.github.remanence.bench;

import io.github.remanence.kernel.Crossbar;
import io.github.remanence.kernel.UpdatePlan;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * Does it matter whether devices are a crossbar of their own or a part of a larger one?
 *
 * <p>The size is that of the larger one. All parts have half as many rows and half as many columns,
 * the odd one perhaps a column less.
 */
public class BlockBenchmark extends FormBenchmark {

  /** What is updated: a whole crossbar, or which part of one twice as wide and as high. */
  @Param({"full", "aligned", "odd", "every-second-row"})
  public String part;

  /** The form of the pulses. */
  @Param({"uniform", "int8", "float32"})
  public String form;

  /** The reduced field h: 0 is exponential depression, 1 linear. */
  @Param("0.5")
  public double field;

  private UpdatePlan plan;
  private Crossbar whole;
  private Form pulses;
  private Workbench workbench;

  /** Fills the part. */
  @Setup
  public void setUp() {
    plan = bernard2025(field);
    long rows = shape().rows() / 2;
    long cols = shape().cols() / 2;
    whole =
        part.equals("full")
            ? Crossbar.offHeap(rows, cols)
            : Crossbar.offHeap(shape().rows(), shape().cols());
    workbench = on(cut(rows, cols), plan.curve());
    pulses = Form.of(form, Shape.of(workbench.crossbar()));
  }

  private Crossbar cut(long rows, long cols) {
    return switch (part) {
      case "full" -> whole;
      case "aligned" -> whole.block(rows / 2, 0, rows, cols);
      case "odd" -> whole.block(3, 3, rows, cols % 2 == 0 ? cols - 1 : cols);
      case "every-second-row" -> whole.block(0, 0, 2 * rows, cols).everyRow(2);
      default ->
          throw new IllegalArgumentException(
              "a part is full, aligned, odd or every-second-row, was '%s'".formatted(part));
    };
  }

  /** One update of the part: the pulses, or their opposite by turns. */
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

  Crossbar whole() {
    return whole;
  }
}
