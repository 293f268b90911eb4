package io.github.remanence.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.remanence.cli.npy.NpyBytes;
import io.github.remanence.kernel.device.CycleNoise;
import io.github.remanence.kernel.device.DeviceModel;
import io.github.remanence.kernel.device.DeviceVariation;
import io.github.remanence.kernel.device.NonIdealities;
import io.github.remanence.kernel.device.Presets;
import io.github.remanence.kernel.device.PulseRounding;
import io.github.remanence.kernel.device.Spread;
import io.github.remanence.kernel.device.StuckDevices;
import io.github.remanence.kernel.json.DeviceJson;
import io.github.remanence.kernel.random.Draws;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The numbers of {@code apply}, against double-precision arithmetic written here from the published
 * equations; neither the kernel nor the reference has a part in it.
 */
class ApplyIT {

  private static final int ROWS = 211;
  private static final int COLS = 97;

  private final Random random = new Random(20_26);

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"0, scalar", "0, vector", "0.3, scalar", "0.3, vector", "1, vector", "-2, vector"})
  void fractionalCountsOfEitherSignAgreeWithTheEquations(double field, String backend)
      throws IOException {
    float[] before = conductances();
    float[] counts = new float[before.length];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = i % 5 == 0 ? 0 : (float) (10 * random.nextGaussian());
    }
    NpyBytes.float32(folder.resolve("n.npy"), ROWS, COLS, counts);
    float[] after = apply("n.npy", "--field", Double.toString(field), "--backend", backend);
    for (int i = 0; i < after.length; i++) {
      assertClose(before[i], counts[i], field, after[i]);
    }
  }

  @Test
  void wholeCountsInBytesAgreeWithTheEquations() throws IOException {
    float[] before = conductances();
    byte[] counts = new byte[before.length];
    random.nextBytes(counts);
    NpyBytes.int8(folder.resolve("n.npy"), ROWS, COLS, counts);
    float[] after = apply("n.npy", "--field", "0.5");
    for (int i = 0; i < after.length; i++) {
      assertClose(before[i], counts[i], 0.5, after[i]);
    }
  }

  @Test
  void oneNegativeNumberDepressesAllAndBackendsAndThreadsGiveTheSameBits() throws IOException {
    float[] before = conductances();
    float[] after = apply("-2.5");
    for (int i = 0; i < after.length; i++) {
      assertClose(before[i], -2.5, 0, after[i]);
    }
    assertThat(apply("-2.5", "--backend", "scalar", "--threads", "3")).containsExactly(after);
  }

  @Test
  void noPulsesInsideTheWindowChangeNoBit() throws IOException {
    float[] before = conductances();
    assertThat(apply("0")).containsExactly(before);
  }

  @Test
  void oneJsonDocumentSaysWhatRanAndHowManyWereOutside() throws IOException {
    NpyBytes.float64(folder.resolve("g.npy"), 1, 4, new double[] {1, 2, 3, -1});
    Jar.Result result = run("1", "--json", "--backend", "scalar", "--field", "0.5");
    assertThat(result.err()).contains("warning: 3 of 4 conductances");
    JsonNode document = JsonMapper.builder().build().readTree(result.out());
    assertThat(document.get("device").asString()).isEqualTo("bernard2025");
    assertThat(document.get("linearisation").asDouble()).isEqualTo(0.5);
    assertThat(document.get("backend").asString()).isEqualTo("scalar");
    assertThat(document.get("devices").asLong()).isEqualTo(4);
    assertThat(document.get("outsideWindow").asLong()).isEqualTo(3);
    assertThat(document.get("chance").isNull()).isTrue();
  }

  @Test
  void aDeviceOfTheUsersOwnAndForceOverAnOldFile() throws IOException {
    NpyBytes.float32(folder.resolve("g.npy"), 1, 2, new float[] {4e-6f, 8e-6f});
    Files.writeString(folder.resolve("d.json"), ApplyCommand.DEVICE_EXAMPLE);
    Files.writeString(folder.resolve("out.npy"), "old");
    Jar.Result result =
        new Jar(folder)
            .run(
                "apply",
                "--in",
                "g.npy",
                "--pulses",
                "1",
                "--device",
                "d.json",
                "--out",
                "out.npy",
                "--force");
    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out()).contains("my device at field h = 0.0").contains("written to");
    assertThat(NpyBytes.float32(folder.resolve("out.npy"))).hasSize(2);
  }

  /**
   * |N(1, 0.2)| of each device, kept in float16: the seed's numbers are the kernel's, what they do
   * is not.
   */
  @Test
  void eachDeviceOfTheNoisyPresetFeelsItsOwnNumberOfPulses() throws IOException {
    float[] before = conductances();
    Draws draws = Draws.ofDevices(7, 0).at(0);
    float[] after = read(applyTo("bernard2025-noisy", "-2.5", "--seed", "7"));
    for (int i = 0; i < after.length; i++) {
      float factor = (float) Math.abs(1 + 0.2 * draws.normal(i));
      double kept = Float.float16ToFloat(Float.floatToFloat16(factor));
      double exact = exact(before[i], -2.5 * kept, 0);
      double allowed = 2 * Math.ulp(after[i]) + 1e-6 * Math.abs(exact - before[i]);
      assertThat((double) after[i]).isCloseTo(exact, within(allowed));
    }
  }

  /** Every kind of variation and noise at once. */
  @Test
  void theSameSeedAndUpdateGiveTheSameBytesOnEveryBackendWithAnyNumberOfThreads()
      throws IOException {
    conductances();
    float[] counts = new float[ROWS * COLS];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = (float) random.nextGaussian();
    }
    NpyBytes.float32(folder.resolve("n.npy"), ROWS, COLS, counts);
    Files.writeString(folder.resolve("d.json"), DeviceJson.write(real()));
    byte[] first = applyTo("d.json", "n.npy", "--seed", "-5", "--backend", "scalar");
    for (String threads : List.of("1", "2", "3")) {
      assertThat(applyTo("d.json", "n.npy", "--seed", "-5", "--update", "0", "--threads", threads))
          .isEqualTo(first);
    }
    byte[] next = applyTo("d.json", "n.npy", "--seed", "-5", "--update", "1");
    assertThat(next).isNotEqualTo(first);
    assertThat(applyTo("d.json", "n.npy", "--seed", "-5", "--update", "1", "--backend", "scalar"))
        .isEqualTo(next);
    assertThat(applyTo("d.json", "n.npy", "--seed", "-6")).isNotEqualTo(first);
  }

  private static DeviceModel real() {
    Spread some = new Spread(Spread.Law.LOG_NORMAL, 0.1);
    Spread few = new Spread(Spread.Law.NORMAL, 0.01);
    StuckDevices stuck = new StuckDevices(0.1, 0, 1);
    return Presets.bernard2025()
        .with(
            new NonIdealities(
                new DeviceVariation(some, some, some, few, few, /* samePolarities= */ false, stuck),
                new CycleNoise(CycleNoise.Convention.PER_STEP, 0.3, CycleNoise.Mode.AGGREGATE),
                /* deadZone= */ 0.1,
                PulseRounding.STOCHASTIC,
                /* readNoise= */ 0,
                /* outputNoise= */ 0));
  }

  @Test
  void theReportSaysWhatToKeepToGoOn() throws IOException {
    NpyBytes.float32(folder.resolve("g.npy"), 1, 2, new float[] {1, 2});
    Jar.Result text = runWith("bernard2025-noisy", "1", "--seed", "3", "--update", "4");
    assertThat(text.out())
        .contains("seed 3, update 4; to go on, keep the seed and give --update 5");
    Files.delete(folder.resolve("out.npy"));
    Jar.Result json = runWith("bernard2025-noisy", "1", "--seed", "3", "--json");
    JsonNode document = JsonMapper.builder().build().readTree(json.out());
    assertThat(document.at("/chance/seed").asLong()).isEqualTo(3);
    assertThat(document.at("/chance/update").asLong()).isZero();
    assertThat(document.at("/chance/nextUpdate").asLong()).isEqualTo(1);
  }

  /**
   * From 1 to 2: inside the window without field; with field partly outside, where the clamp is
   * met.
   */
  private float[] conductances() throws IOException {
    float[] values = new float[ROWS * COLS];
    for (int i = 0; i < values.length; i++) {
      values[i] = 1 + random.nextFloat();
    }
    NpyBytes.float32(folder.resolve("g.npy"), ROWS, COLS, values);
    return values;
  }

  private float[] apply(String pulses, String... more) throws IOException {
    return read(applyTo("bernard2025", pulses, more));
  }

  /** The bytes of what is written, which is gone then. */
  private byte[] applyTo(String device, String pulses, String... more) throws IOException {
    Jar.Result result = runWith(device, pulses, more);
    assertThat(result.exitCode()).as(result.err()).isZero();
    Path out = folder.resolve("out.npy");
    byte[] written = Files.readAllBytes(out);
    Files.delete(out);
    return written;
  }

  private float[] read(byte[] npy) throws IOException {
    return NpyBytes.float32(Files.write(folder.resolve("read.npy"), npy));
  }

  private Jar.Result run(String pulses, String... more) {
    return runWith("bernard2025", pulses, more);
  }

  private Jar.Result runWith(String device, String pulses, String... more) {
    String[] args = {
      "apply", "--in", "g.npy", "--pulses", pulses, "--device", device, "--out", "out.npy"
    };
    String[] all = Arrays.copyOf(args, args.length + more.length);
    System.arraycopy(more, 0, all, args.length, more.length);
    return new Jar(folder).run(all);
  }

  /** The stated bound: 1.5 ulp of the stored value and 4e-7 of the step. */
  private static void assertClose(float before, double n, double field, float after) {
    double exact = exact(before, n, field);
    double allowed = 1.5 * Math.ulp(after) + 4e-7 * Math.abs(exact - before);
    assertThat(Math.abs(after - exact))
        .as("G = %s, n = %s, h = %s: %s instead of %s", before, n, field, after, exact)
        .isLessThanOrEqualTo(allowed);
  }

  /**
   * One update of the device of Bernard et al. (2025): both ends of the field law are the published
   * fits of depression, w = 1.530 exp(-x/9.741) + 0.750 and w = 2.742 - 0.021 x over 27 pulses;
   * potentiation has a constant of 18 pulses.
   */
  private static double exact(double g, double n, double field) {
    double s = Math.min(Math.abs(field), 1);
    double low = 1.530 * Math.exp(-27 / 9.741) + 0.750;
    double high = 2.742 - 0.021 * 27;
    double min = low + s * (high - low);
    double range = (2.280 - low) + s * ((2.742 - high) - (2.280 - low));
    double u = (g - min) / range;
    double after = n > 0 ? up(u, n, 27.0 / 18) : n < 0 ? down(u, -n, 27 / 9.741 * (1 - s)) : u;
    return min + range * Math.clamp(after, 0, 1);
  }

  private static double up(double u, double n, double nu) {
    return u + share(n, nu) * (1 + Math.expm1(-nu) * u);
  }

  private static double down(double u, double n, double nu) {
    return u - share(n, nu) * (Math.exp(-nu) - Math.expm1(-nu) * u);
  }

  /** q(n): the part of the window that n of 27 pulses span from its start. */
  private static double share(double n, double nu) {
    return nu == 0 ? n / 27 : Math.expm1(-nu * n / 27) / Math.expm1(-nu);
  }
}
