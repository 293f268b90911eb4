package io.github.remanence.validate.learning.training;

import io.github.remanence.validate.learning.network.Network;

/**
 * Two devices of a pair over the steps of the first epoch.
 *
 * @param layer 0 is the hidden layer
 * @param place of the pair in its layer, neuron after neuron
 * @param plus conductance of the plus device after each step
 * @param minus conductance of the minus device after each step
 */
@SuppressWarnings("ArrayRecordComponent") // Filled while the network learns.
public record Trajectory(int layer, int place, float[] plus, float[] minus) {

  /** Before the first step: nothing yet. */
  static Trajectory of(int layer, int place, int steps) {
    return new Trajectory(layer, place, new float[steps], new float[steps]);
  }

  /** Remembers where the devices are after a step. */
  void note(Network network, int step) {
    Network.Devices devices = network.devices(layer);
    plus[step] = devices.plus()[place];
    minus[step] = devices.minus()[place];
  }
}
