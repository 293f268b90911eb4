package io.github.remanence.validate.learning.network;

import io.github.remanence.kernel.Crossbar;
import io.github.remanence.kernel.DeviceFactors;
import io.github.remanence.kernel.DifferentialPair;
import io.github.remanence.kernel.FieldChange;
import io.github.remanence.kernel.UpdatePlan;
import io.github.remanence.kernel.device.DeviceVariation;

/**
 * The weights of a layer as devices: a crossbar of plus and one of minus devices, a row for each
 * neuron and a column for each input. A weight is what the one has more than the other.
 *
 * <p>The memory is arrays, which the kernel uses where they are.
 */
final class Synapses {

  /** How far below the upper end of the window devices start, in the unit of the device. */
  private static final double START_DEPTH = 0.01;

  /** How far plus devices start from there, at most and each way. */
  private static final double START_SPREAD = 0.01;

  private final Setting setting;
  private final int layer;
  private final int neurons;
  private final int inputs;
  private final float[] plusMemory;
  private final float[] minusMemory;
  private final Crossbar plus;
  private final Crossbar minus;

  /** Devices before the first step, each with the factors it will keep. */
  Synapses(Setting setting, int layer, int neurons, int inputs, UpdatePlan plan) {
    this.setting = setting;
    this.layer = layer;
    this.neurons = neurons;
    this.inputs = inputs;
    this.plusMemory = new float[neurons * inputs];
    this.minusMemory = new float[neurons * inputs];
    DeviceVariation variation = plan.model().nonIdealities().variation();
    this.plus = devices(plusMemory, variation, Chance.PLUS_DEVICES);
    this.minus = devices(minusMemory, variation, Chance.MINUS_DEVICES);
    start(plan.curve().maxConductance() - START_DEPTH);
  }

  private Crossbar devices(float[] memory, DeviceVariation variation, Chance chance) {
    DeviceFactors factors =
        DeviceFactors.drawn(variation, setting.drawsOfDevices(chance, layer), neurons, inputs);
    return Crossbar.wrap(memory, neurons, inputs).withFactors(factors);
  }

  private void start(double middle) {
    minus.fill((float) middle);
    setting
        .kernel()
        .fillUniform(
            plus,
            middle - START_SPREAD,
            middle + START_SPREAD,
            setting.draws(Chance.START, layer, 0));
  }

  /** The devices of some neurons; an update of these touches no others. */
  DifferentialPair ofNeurons(int first, int count) {
    return DifferentialPair.of(
        plus.block(first, 0, count, inputs), minus.block(first, 0, count, inputs));
  }

  /** Reads the weights of some neurons, without noise. */
  void read(float[] weights, int first, int count) {
    for (int i = first * inputs; i < (first + count) * inputs; i++) {
      weights[i] = plusMemory[i] - minusMemory[i];
    }
  }

  /**
   * Reads all weights with noise on both devices.
   *
   * @param sigma standard deviation of the noise of a device, in its unit
   * @param use counts the readings
   */
  void readWithNoise(float[] weights, double sigma, long use) {
    float[] minusRead = new float[weights.length];
    readInto(weights, plus, sigma, Chance.PLUS_READ, use);
    readInto(minusRead, minus, sigma, Chance.MINUS_READ, use);
    for (int i = 0; i < weights.length; i++) {
      weights[i] -= minusRead[i];
    }
  }

  private void readInto(float[] values, Crossbar devices, double sigma, Chance chance, long use) {
    Crossbar into = Crossbar.wrap(values, neurons, inputs);
    setting.kernel().read(devices, into, sigma, setting.draws(chance, layer, use));
  }

  /** The field changes for all devices. */
  void change(FieldChange change) {
    setting.kernel().apply(change, plus);
    setting.kernel().apply(change, minus);
  }

  /** The conductances of the plus devices themselves, neuron after neuron. */
  float[] plus() {
    return plusMemory;
  }

  /** The conductances of the minus devices themselves, neuron after neuron. */
  float[] minus() {
    return minusMemory;
  }
}
