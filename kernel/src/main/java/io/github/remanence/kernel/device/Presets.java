package io.github.remanence.kernel.device;

import io.github.remanence.kernel.field.Linearisation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Published devices by name. */
public final class Presets {

  private static final double PULSES = 27;

  /** Published time constant of depression without a field, in pulses. */
  private static final double DEPRESSION_CONSTANT = 9.741;

  /**
   * Published time constant of potentiation in weak field, in pulses; kept at every field (a
   * choice).
   */
  private static final double POTENTIATION_CONSTANT = 18;

  private Presets() {}

  /**
   * The magneto-ionic synapse of Bernard et al., Nano Letters 25(4), 1443-1450 (2025), doi
   * 10.1021/acs.nanolett.4c05247.
   *
   * <p>Depression over 27 pulses, value w against pulse number x:
   *
   * <pre>
   * no or low field  w = 1.530 exp(-x / 9.741) + 0.750     nu- = 27 / 9.741
   * field on         w = 2.742 - 0.021 x                   nu- = 0
   * </pre>
   *
   * <p>The window at each end is the published fit at x = 0 and x = 27. Choices of this project:
   * s(h) = clamp(h, 0, 1) of the reduced field h = H / Hsat, because no field value is published
   * with the fits; potentiation over 27 pulses with nu+ = 27 / 18 at every field; no retention.
   */
  public static DeviceModel bernard2025() {
    return bernard2025("bernard2025", NonIdealities.NONE);
  }

  /**
   * {@link #bernard2025} as the paper simulates it in its network. Published are: the factor |N(1,
   * 0.2)| of each device on its number of pulses, the dead zone of 0.1 pulse, the read noise 0.015
   * of weights (in the unit of the device) and 1.5e-6 of outputs. No cycle-to-cycle noise is
   * published, so there is none; see {@link NonIdealities#withCycleNoise}.
   */
  public static DeviceModel bernard2025Noisy() {
    DeviceVariation variation =
        DeviceVariation.ofPulses(new Spread(Spread.Law.ABSOLUTE_NORMAL, 0.2));
    return bernard2025(
        "bernard2025-noisy",
        new NonIdealities(
            variation,
            CycleNoise.NONE,
            /* deadZone= */ 0.1,
            PulseRounding.NONE,
            /* readNoise= */ 0.015,
            /* outputNoise= */ 1.5e-6));
  }

  private static DeviceModel bernard2025(String name, NonIdealities nonIdealities) {
    Response up = new Exponential(PULSES / POTENTIATION_CONSTANT, PULSES);
    double nuDown = PULSES / DEPRESSION_CONSTANT;
    double end = 1.530 * Math.exp(-PULSES / DEPRESSION_CONSTANT) + 0.750;
    return new DeviceModel(
        name,
        "Bernard et al., Nano Letters 25(4), 1443-1450 (2025), doi 10.1021/acs.nanolett.4c05247",
        "a.u.",
        new DeviceCurve(end, 1.530 + 0.750, up, new Exponential(nuDown, PULSES)),
        new DeviceCurve(2.742 - 0.021 * PULSES, 2.742, up, new Exponential(0, PULSES)),
        new Linearisation.Clamped(1),
        0,
        nonIdealities);
  }

  /**
   * The device of Querlioz et al. (2013), see {@link QuerliozDevice}; without the spread that the
   * paper sweeps. Its numbers are taken from a reproduction of the paper, not from the paper.
   */
  private static DeviceModel querlioz2013() {
    return DeviceModel.of(
        "querlioz2013",
        "Querlioz et al., IEEE Trans. Nanotechnol. 12(3), 288-295 (2013); numbers as in its"
            + " reproduction github.com/XiaoquinNUDT/Three-SNN-learning-algorithms-in-Brian2",
        "a.u.",
        new QuerliozDevice(1e-2, 5e-3, 3, 3, 1e-4, 1).curve());
  }

  /** All presets, in alphabetical order; docs/devices.md has a table of them. */
  public static List<DeviceModel> all() {
    return Stream.of(
            AihwkitPresets.all(),
            List.of(bernard2025(), bernard2025Noisy()),
            NeurosimPresets.all(),
            List.of(querlioz2013()))
        .flatMap(List::stream)
        .toList();
  }

  /**
   * A preset by its name.
   *
   * @return empty if no preset has that name
   */
  public static Optional<DeviceModel> named(String name) {
    return all().stream().filter(preset -> preset.name().equals(name)).findFirst();
  }
}
