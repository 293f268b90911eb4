package io.github.remanence.bench;

import io.github.remanence.kernel.Crossbar;
import io.github.remanence.kernel.UpdateKernel;
import io.github.remanence.kernel.UpdatePlan;
import io.github.remanence.kernel.device.Presets;
import io.github.remanence.kernel.random.Draws;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/**
 * How fast are random numbers alone, one for each device: even ones, which are the bare generator,
 * normal ones, and normal ones that are added to what is read?
 *
 * <p>There are two ceilings, and the nearer one counts. Memory: 4 bytes a device, 8 where one is
 * read. Arithmetic: Philox4x32-10 makes four words in ten rounds, each of two multiplications of 32
 * bits to 64, two shifts and four exclusive ors. A vector of 512 bits has eight counters, so 32
 * words take 20 multiplications, 20 shifts, 20 masks and 20 operations of logic, which take two
 * exclusive ors at once: 20 cycles or 0.6 a word where one of each goes in a cycle, as was measured
 * on Zen 5. The rounds wait for each other, and so it takes twice that. A normal number adds about
 * 40 operations for each vector of 16, one of them a division.
 */
public class RandomBenchmark extends FormBenchmark {

  static final long SEED = 2411;
  static final double FROM = 1;
  static final double TO = 2;
  static final double MEAN = 1.5;
  static final double SIGMA = 0.25;
  static final double READ_NOISE = Presets.bernard2025Noisy().nonIdealities().readNoise();

  /** What is drawn. */
  @Param({"uniform", "normal", "read"})
  public String numbers;

  private Crossbar source;
  private Workbench workbench;
  private long nextUpdate;

  /** Fills the crossbar that is read, and the one that takes the numbers. */
  @Setup
  public void setUp() {
    UpdatePlan plan = bernard2025(0);
    workbench = offHeap(plan.curve());
    source = Crossbar.offHeap(shape().rows(), shape().cols());
    Workbench.fill(source, plan.curve());
    nextUpdate = 0;
  }

  /** Frees the memory of the crossbar that is read. */
  @TearDown
  public void closeSource() {
    source.close();
  }

  /** One number for each device. */
  @Benchmark
  public void draw(Traffic counter) {
    UpdateKernel kernel = workbench.kernel();
    Crossbar target = workbench.crossbar();
    Draws draws = Draws.of(SEED, nextUpdate++);
    switch (numbers) {
      case "uniform" -> kernel.fillUniform(target, FROM, TO, draws);
      case "normal" -> kernel.fillNormal(target, MEAN, SIGMA, draws);
      case "read" -> kernel.read(source, target, READ_NOISE, draws);
      default ->
          throw new IllegalArgumentException(
              "numbers are uniform, normal or read, was '%s'".formatted(numbers));
    }
    counter.add(target.devices(), target.devices() * bytesPerDevice());
  }

  private int bytesPerDevice() {
    return numbers.equals("read") ? 2 * Float.BYTES : Float.BYTES;
  }

  @Override
  Workbench workbench() {
    return workbench;
  }

  Crossbar source() {
    return source;
  }
}
