package io.github.remanence.bench;

import io.github.remanence.bench.quick.PulsePair;
import io.github.remanence.kernel.Crossbar;
import io.github.remanence.kernel.DeviceFactors;
import io.github.remanence.kernel.DifferentialPair;
import io.github.remanence.kernel.Pulses;
import io.github.remanence.kernel.UpdatePlan;
import java.lang.foreign.MemorySegment;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/**
 * How fast is an update of differential pairs by a float32 gradient, where too few pulses do
 * nothing and every device has its own number of them?
 *
 * <p>A pair has two devices. An update moves 12 bytes a device: its conductance, its factor, and
 * half a gradient. The loops {@code pair-} of {@link PeerBenchmark} do the same.
 */
public class DifferentialPairBenchmark extends FormBenchmark {

  static final double RATE = 7;
  static final double DEAD_ZONE = 0.1;

  private static final int BYTES_OF_PAIR =
      2 * (PulsePair.CONDUCTANCE_BYTES + Short.BYTES) + Float.BYTES;

  /** The reduced field h: 0 is exponential depression, 1 linear. */
  @Param({"0", "1"})
  public double field;

  private final Drawn drawn = new Drawn();
  private UpdatePlan plan;
  private float[] gradient;
  private DeviceFactors plusFactors;
  private DeviceFactors minusFactors;
  private Crossbar minus;
  private DifferentialPair pair;
  private PulsePair pulses;
  private Workbench workbench;

  /** Fills two crossbars and draws the gradient and the factors. */
  @Setup
  public void setUp() {
    plan = bernard2025(field);
    gradient = drawn.evenly(-1, 1, shape().devices());
    plusFactors = drawFactors();
    minusFactors = drawFactors();
    workbench = offHeap(plan.curve());
    minus = drawMinus();
    pair =
        DifferentialPair.of(
            workbench.crossbar().withFactors(plusFactors), minus.withFactors(minusFactors));
    pulses = PulsePair.of(up(RATE), up(-RATE), Float.BYTES);
  }

  private DeviceFactors drawFactors() {
    float[] factors = drawn.factors(shape().devices());
    return DeviceFactors.of(shape().rows(), shape().cols())
        .onPulses(Crossbar.wrap(factors, shape().rows(), shape().cols()));
  }

  private Crossbar drawMinus() {
    float[] conductances =
        drawn.evenly(
            plan.curve().minConductance(), plan.curve().maxConductance(), shape().devices());
    Crossbar crossbar = Crossbar.offHeap(shape().rows(), shape().cols());
    crossbar.conductances().copyFrom(MemorySegment.ofArray(conductances));
    return crossbar;
  }

  /** Frees the memory of the minus devices. */
  @TearDown
  public void closeMinus() {
    minus.close();
  }

  private Pulses up(double rate) {
    return Pulses.gradient(gradient, shape().rows(), shape().cols(), rate, DEAD_ZONE);
  }

  /** One update of all pairs: up the gradient, or down by turns. */
  @Benchmark
  public void update(Traffic counter) {
    workbench.kernel().apply(plan, pulses.next(), pair);
    long pairs = pair.plus().devices();
    counter.add(2 * pairs, pairs * BYTES_OF_PAIR);
  }

  @Override
  Workbench workbench() {
    return workbench;
  }

  DifferentialPair pair() {
    return pair;
  }

  float[] gradient() {
    return gradient;
  }

  DeviceFactors plusFactors() {
    return plusFactors;
  }

  DeviceFactors minusFactors() {
    return minusFactors;
  }
}
