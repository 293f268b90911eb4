package io.github.remanence.cli.learning;

import io.github.remanence.cli.console.Failure;
import io.github.remanence.kernel.device.CycleNoise;
import io.github.remanence.kernel.device.DeviceModel;
import io.github.remanence.kernel.device.DeviceVariation;
import io.github.remanence.kernel.device.NonIdealities;
import io.github.remanence.kernel.device.Presets;
import io.github.remanence.kernel.device.PulseRounding;
import io.github.remanence.kernel.device.Spread;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The published device and how far it is from ideal, as a picocli mixin. */
public final class LearningDevice {

  /** Published is 1.5e-6 on outputs for 0.015 on weights; other read noise brings as much less. */
  private static final double OUTPUT_SHARE = 1e-4;

  @Option(
      names = "--read-noise",
      paramLabel = "S",
      description =
          "Standard deviation of a device that is read for the backward pass, and 10^4 times that"
              + " of outputs; default 0.015.")
  private @Nullable Double readNoise;

  @Option(
      names = "--dead-zone",
      paramLabel = "N",
      description = "Fewer pulses do nothing; default 0.1.")
  private @Nullable Double deadZone;

  @Option(
      names = "--variation",
      paramLabel = "S",
      description =
          "Devices differ by a factor |N(1, S)| on their pulses, once and for all; default 0.2.")
  private @Nullable Double variation;

  @Option(
      names = "--retained",
      paramLabel = "RHO",
      defaultValue = "0",
      description =
          "The part of the linearisation that stays when the field drops, from 0 to 1; default"
              + " ${DEFAULT-VALUE}.")
  private double retained;

  /** The device. */
  public DeviceModel model() {
    DeviceModel published = Presets.bernard2025Noisy();
    try {
      return new DeviceModel(
          published.name(),
          published.source(),
          published.unit(),
          published.zeroField(),
          published.saturated(),
          published.linearisation(),
          retained,
          nonIdealities(published.nonIdealities()));
    } catch (IllegalArgumentException e) {
      throw Failure.usage("--read-noise, --dead-zone, --variation, --retained: " + e.getMessage());
    }
  }

  private NonIdealities nonIdealities(NonIdealities published) {
    double sigma = readNoise == null ? published.readNoise() : readNoise;
    return new NonIdealities(
        variation == null
            ? published.variation()
            : DeviceVariation.ofPulses(new Spread(Spread.Law.ABSOLUTE_NORMAL, variation)),
        CycleNoise.NONE,
        deadZone == null ? published.deadZone() : deadZone,
        PulseRounding.NONE,
        sigma,
        OUTPUT_SHARE * sigma);
  }
}
