package io.github.remanence.kernel.device;

import java.util.List;

/**
 * The synaptic devices that NeuroSim was published with: labels, states, Ron, ratio of Ron to Roff
 * and cycle-to-cycle noise from the tables of its papers. In docs/devices.md is which number went
 * where.
 *
 * <p>Noise that is published as an upper bound ("&lt; 1 %") is left out.
 */
final class NeurosimPresets {

  private static final String TABLE =
      "Chen, Peng and Yu, IEEE Trans. CAD 37(12), 3067-3080 (2018), table I: ";

  private NeurosimPresets() {}

  static List<DeviceModel> all() {
    return List.of(agASi(), aloxHfo2(), fefet(), pcmo(), taoxTio2());
  }

  /** Window and levels as in the tool, where the two polarities differ in their levels. */
  private static DeviceModel agASi() {
    return preset(
        "neurosim-ag-a-si",
        TABLE
            + "device of Jo et al., Nano Lett. 10(4), 1297 (2010);"
            + " MLP_NeuroSim_V3.0, Cell.cpp, commit 58a5f0c",
        new NeurosimDevice(2.4, -4.88, 97, 100, 3.0769e-9, 3.8462e-8),
        NeurosimDevice.cycleNoise(0.035));
  }

  private static DeviceModel aloxHfo2() {
    return preset(
        "neurosim-alox-hfo2",
        TABLE + "device of Woo et al., IEEE Electron Device Lett. 37(8), 994 (2016)",
        device(1.94, -0.61, 40, 16.9e3, 4.43),
        NeurosimDevice.cycleNoise(0.05));
  }

  private static DeviceModel fefet() {
    return preset(
        "neurosim-fefet",
        "Jerry et al., IEDM (2017), figure 17; noise: DNN_NeuroSim_V2.1, train.py, commit 0fb13b5",
        device(1.75, 1.46, 32, 559.28e3, 45),
        new CycleNoise(CycleNoise.Convention.RANGE, 0.003, CycleNoise.Mode.AGGREGATE));
  }

  private static DeviceModel pcmo() {
    return preset(
        "neurosim-pcmo",
        TABLE + "device of Park et al., IEDM (2013)",
        device(3.68, -6.76, 50, 23e6, 6.84),
        CycleNoise.NONE);
  }

  private static DeviceModel taoxTio2() {
    return preset(
        "neurosim-taox-tio2",
        TABLE + "device of Gao et al., Nanotechnology 26, 455204 (2015)",
        device(1.85, -1.79, 102, 5e6, 2),
        CycleNoise.NONE);
  }

  /** As the tables give it: the states are the pulses of both polarities (a choice). */
  private static NeurosimDevice device(
      double nlLtp, double nlLtd, int states, double ronOhm, double ratio) {
    double max = 1 / ronOhm;
    return new NeurosimDevice(nlLtp, nlLtd, states, states, max / ratio, max);
  }

  private static DeviceModel preset(
      String name, String source, NeurosimDevice device, CycleNoise noise) {
    return DeviceModel.of(name, source, "S", device.curve())
        .with(NonIdealities.NONE.withCycleNoise(noise));
  }
}
