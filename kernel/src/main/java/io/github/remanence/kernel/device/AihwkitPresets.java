package io.github.remanence.kernel.device;

import java.util.List;

/**
 * The single devices that aihwkit publishes as presets, with the numbers of {@code
 * src/aihwkit/simulator/presets/devices.py}. In docs/devices.md is which number went where, and
 * which have no place here.
 */
final class AihwkitPresets {

  private static final String FILE =
      "aihwkit (github.com/IBM/aihwkit, presets/devices.py, commit 9488fd0), ";

  private static final String ARRAYS = "fit to Gong, Rasch et al., IEDM (2022)";

  private AihwkitPresets() {}

  static List<DeviceModel> all() {
    return List.of(
        capacitor(),
        ecram(),
        ecramMo(),
        gokmenVlasov(),
        idealized(),
        pcm(),
        reramArrayHfo2(),
        reramArrayOm(),
        reramEs(),
        reramSb());
  }

  private static DeviceModel capacitor() {
    AihwkitDevice device = new AihwkitDevice(0.005, 0, 1, -1);
    return preset(
        "aihwkit-capacitor",
        "CapacitorPresetDevice: fit to Li et al., VLSI (2018)",
        device.linearStep(0.05, 0.05),
        device.additiveNoise(0.3),
        normal(0.1));
  }

  private static DeviceModel ecram() {
    return preset(
        "aihwkit-ecram",
        "EcRamPresetDevice: fit to Tang et al., IEDM (2018)",
        new AihwkitDevice(0.002, 0, 1.1724, -0.8276).linearStep(0.1153, 0.5085),
        AihwkitDevice.multiplicativeNoise(0.3),
        normal(0.1));
  }

  private static DeviceModel ecramMo() {
    return preset(
        "aihwkit-ecram-mo",
        "EcRamMOPresetDevice: data of Kim et al., IEDM (2019)",
        new AihwkitDevice(2.8214e-4, 0, 1.1714, -0.8286).linearStep(0.4152, 0.7342),
        AihwkitDevice.multiplicativeNoise(2),
        normal(0.1));
  }

  private static DeviceModel gokmenVlasov() {
    return preset(
        "aihwkit-gokmen-vlasov",
        "GokmenVlasovPresetDevice: Gokmen and Vlasov, Front. Neurosci. 10, 333 (2016)",
        new AihwkitDevice(0.0016, 0, 1, -1).constantStep(),
        AihwkitDevice.multiplicativeNoise(0.3),
        normal(0.3));
  }

  private static DeviceModel idealized() {
    return preset(
        "aihwkit-idealized",
        "IdealizedPresetDevice: Rasch, Gokmen and Haensch, IEEE Design & Test (2019)",
        new AihwkitDevice(0.0002, 0, 1, -1).constantStep(),
        AihwkitDevice.multiplicativeNoise(0.3),
        normal(0.3));
  }

  /** Without noise: the larger part of it is of kinds that have no place here. */
  private static DeviceModel pcm() {
    return preset(
        "aihwkit-pcm",
        "PCMPresetDevice: device of Nandakumar et al., Front. Neurosci. 14, 406 (2020)",
        new AihwkitDevice(0.01, 0, 2, 0).expStep(-27.235, -2.235, 2.5, 2.5, -1, 0),
        CycleNoise.NONE,
        normal(0.2));
  }

  private static DeviceModel reramArrayHfo2() {
    AihwkitDevice device = new AihwkitDevice(0.4622, 0, 1, -1);
    return preset(
        "aihwkit-reram-array-hfo2",
        "ReRamArrayHfO2PresetDevice: " + ARRAYS,
        device.softBoundsReference(device.symmetryPoint()),
        device.additiveNoise(0.2174),
        logNormal(0.7125));
  }

  private static DeviceModel reramArrayOm() {
    AihwkitDevice device = new AihwkitDevice(0.0949, 0, 1, -1);
    return preset(
        "aihwkit-reram-array-om",
        "ReRamArrayOMPresetDevice: " + ARRAYS,
        device.softBoundsReference(device.symmetryPoint()),
        device.additiveNoise(0.4158),
        logNormal(0.7829));
  }

  private static DeviceModel reramEs() {
    return preset(
        "aihwkit-reram-es",
        "ReRamESPresetDevice: fit to Gong et al., Nat. Commun. (2018),"
            + " doi 10.1038/s41467-018-04485-1",
        new AihwkitDevice(0.00135, 0.259359, 1, -1).expStep(-1.18445, -0.081404, 5, 5, -0.5, -0.5),
        AihwkitDevice.multiplicativeNoise(5),
        normal(0.2));
  }

  private static DeviceModel reramSb() {
    AihwkitDevice device = new AihwkitDevice(0.002, 0, 1.25, -0.75);
    return preset(
        "aihwkit-reram-sb",
        "ReRamSBPresetDevice: loose fit to Gong et al., Nat. Commun. (2018),"
            + " doi 10.1038/s41467-018-04485-1",
        device.softBoundsReference(0),
        device.additiveNoise(3.75),
        normal(0.3));
  }

  private static DeviceVariation normal(double dwMinDtod) {
    return AihwkitDevice.variation(Spread.Law.ABSOLUTE_NORMAL, dwMinDtod);
  }

  private static DeviceVariation logNormal(double dwMinDtod) {
    return AihwkitDevice.variation(Spread.Law.LOG_NORMAL, dwMinDtod);
  }

  private static DeviceModel preset(
      String name, String source, DeviceCurve curve, CycleNoise noise, DeviceVariation variation) {
    NonIdealities real =
        new NonIdealities(variation, noise, 0, PulseRounding.NONE, 0, /* outputNoise= */ 0);
    return DeviceModel.of(name, FILE + source, "a.u.", curve).with(real);
  }
}
