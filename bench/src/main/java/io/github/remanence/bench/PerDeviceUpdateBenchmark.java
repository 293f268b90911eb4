package io.github.remanence.bench;

import io.github.remanence.bench.quick.PulsePair;
import io.github.remanence.kernel.UpdatePlan;
import java.util.SplittableRandom;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * How fast is an update that gives every device its own pulses, of either sign, 9 bytes a device
 * with int8 counts and 12 with float32?
 */
public class PerDeviceUpdateBenchmark extends CrossbarBenchmark {

  private static final long SEED = 1443;
  private static final int MOST_PULSES = 7;

  /** How the counts are stored. */
  @Param({"int8", "float32"})
  public String counts;

  /** The reduced field h: 0 is exponential depression, 1 linear. */
  @Param({"0", "0.5", "1"})
  public double field;

  private UpdatePlan plan;
  private float[] pulsesOfDevice;
  private PulsePair pulses;
  private Workbench workbench;

  /** Fills a crossbar and draws the counts: whole ones from -7 to 7, fractional if float32. */
  @Setup
  public void setUp() {
    plan = bernard2025(field);
    boolean whole = counts.equals("int8");
    pulsesOfDevice = draw(whole);
    pulses = whole ? int8() : PulsePair.float32(pulsesOfDevice, shape().rows(), shape().cols());
    workbench = onHeap(plan.curve());
  }

  /** One update of the whole crossbar: the counts, or their opposite by turns. */
  @Benchmark
  public void update(PerDevice counter) {
    workbench.kernel().apply(plan, pulses.next(), workbench.crossbar());
    counter.add(workbench.crossbar().devices());
  }

  @Override
  Workbench workbench() {
    return workbench;
  }

  float[] pulsesOfDevice() {
    return pulsesOfDevice;
  }

  private float[] draw(boolean whole) {
    SplittableRandom random = new SplittableRandom(SEED);
    float[] drawn = new float[(int) shape().devices()];
    for (int i = 0; i < drawn.length; i++) {
      double count = random.nextDouble(-MOST_PULSES, MOST_PULSES);
      drawn[i] = (float) (whole ? Math.rint(count) : count);
    }
    return drawn;
  }

  private PulsePair int8() {
    byte[] bytes = new byte[pulsesOfDevice.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) pulsesOfDevice[i];
    }
    return PulsePair.int8(bytes, shape().rows(), shape().cols());
  }
}
