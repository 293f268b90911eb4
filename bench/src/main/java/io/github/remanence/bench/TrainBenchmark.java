package io.github.remanence.bench;

import io.github.remanence.bench.quick.PulsePair;
import io.github.remanence.kernel.Pulses;
import io.github.remanence.kernel.UpdatePlan;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * How fast are k uniform updates given together? Still 8 bytes a device, and {@code :perStep} is
 * the time of one device and one count.
 */
public class TrainBenchmark extends FormBenchmark {

  private static final double PULSES = 3;

  /** How many counts there are. */
  @Param({"1", "64"})
  public int length;

  /** The reduced field h: 0 is exponential depression, 1 linear. */
  @Param("0.5")
  public double field;

  private UpdatePlan plan;
  private double[] counts;
  private PulsePair pulses;
  private Workbench workbench;

  /** Fills a crossbar; the counts are 3 and -3 by turns, so that devices stay inside the window. */
  @Setup
  public void setUp() {
    plan = bernard2025(field);
    counts = IntStream.range(0, length).mapToDouble(i -> i % 2 == 0 ? PULSES : -PULSES).toArray();
    double[] opposite = Arrays.stream(counts).map(n -> -n).toArray();
    pulses = PulsePair.of(Pulses.train(counts), Pulses.train(opposite), 0);
    workbench = offHeap(plan.curve());
  }

  /** One pass over the whole crossbar: the train, or its opposite by turns. */
  @Benchmark
  public void update(Traffic counter, PerStep steps) {
    workbench.update(plan, pulses, counter);
    steps.add(workbench.crossbar().devices(), length);
  }

  @Override
  Workbench workbench() {
    return workbench;
  }

  double[] counts() {
    return counts;
  }
}
