package io.github.remanence.bench;

import io.github.remanence.bench.quick.PulsePair;
import io.github.remanence.kernel.Pulses;
import io.github.remanence.kernel.UpdatePlan;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * How fast are outer products of int8 row and column pulses, one vector after another? 8 bytes a
 * device and the vectors; {@code :perStep} is the time of one device and one vector.
 */
public class OuterProductsBenchmark extends FormBenchmark {

  private static final int MOST_ROW_PULSES = 2;
  private static final int MOST_COL_PULSES = 3;

  /** How many vectors there are. */
  @Param({"1", "64", "256"})
  public int batch;

  /** The reduced field h: 0 is exponential depression, 1 linear. */
  @Param("0.5")
  public double field;

  private UpdatePlan plan;
  private byte[] rowPulses;
  private byte[] colPulses;
  private PulsePair pulses;
  private Workbench workbench;

  /** Fills a crossbar and draws the vectors. */
  @Setup
  public void setUp() {
    plan = bernard2025(field);
    Drawn drawn = new Drawn();
    rowPulses = drawn.counts(MOST_ROW_PULSES, shape().rows() * batch);
    colPulses = drawn.counts(MOST_COL_PULSES, shape().cols() * batch);
    turnEverySecond(rowPulses, (int) shape().rows());
    repeatEverySecond(colPulses, (int) shape().cols());
    pulses = PulsePair.of(with(rowPulses), with(opposite(rowPulses)), 0);
    workbench = offHeap(plan.curve());
  }

  /** One pass over the whole crossbar: the vectors, or their opposite by turns. */
  @Benchmark
  public void update(Traffic counter, PerStep steps) {
    workbench.update(plan, pulses, counter);
    counter.add(0, rowPulses.length + colPulses.length);
    steps.add(workbench.crossbar().devices(), batch);
  }

  @Override
  Workbench workbench() {
    return workbench;
  }

  byte[] rowPulses() {
    return rowPulses;
  }

  byte[] colPulses() {
    return colPulses;
  }

  private Pulses with(byte[] rows) {
    return Pulses.outerProducts(rows, colPulses, shape().rows(), shape().cols());
  }

  /** Every second vector takes back the one before it: so devices stay inside the window. */
  private static void turnEverySecond(byte[] vectors, int length) {
    for (int i = length; i < vectors.length; i++) {
      if (i / length % 2 == 1) {
        vectors[i] = (byte) -vectors[i - length];
      }
    }
  }

  private static void repeatEverySecond(byte[] vectors, int length) {
    for (int i = length; i < vectors.length; i++) {
      if (i / length % 2 == 1) {
        vectors[i] = vectors[i - length];
      }
    }
  }

  private static byte[] opposite(byte[] vectors) {
    byte[] opposite = new byte[vectors.length];
    for (int i = 0; i < vectors.length; i++) {
      opposite[i] = (byte) -vectors[i];
    }
    return opposite;
  }
}
