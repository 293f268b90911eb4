package io.github.remanence.validate.learning.network;

import io.github.remanence.reference.ReferenceDevice;
import java.util.ArrayList;
import java.util.List;

/**
 * What must hold after a step for every pair, by the reference: the device that the gradient means
 * is depressed and the other is not; the weight is what it was before the refresh; both devices are
 * in the window; and none rests at its lower end, unless the other is at the upper one.
 *
 * @param device what a device does
 * @param rate pulses for a gradient of 1
 */
record PairCheck(ReferenceDevice device, double rate) {

  /** Two roundings of a conductance and the step's own. */
  private static final double TOLERANCE = 1.5e-6;

  /** The devices of a layer at some time. */
  @SuppressWarnings("ArrayRecordComponent") // Read where they are; nobody compares two.
  record Pairs(float[] plus, float[] minus) {

    static Pairs of(Network network, int layer) {
      Network.Devices devices = network.devices(layer);
      return new Pairs(devices.plus().clone(), devices.minus().clone());
    }
  }

  /** What does not hold, a word for each pair. */
  List<String> complaints(Pairs before, float[] gradient, Pairs after) {
    List<String> complaints = new ArrayList<>();
    for (int i = 0; i < gradient.length; i++) {
      double plus = depressed(before.plus[i], gradient[i]);
      double minus = depressed(before.minus[i], -gradient[i]);
      float plusAfter = after.plus[i];
      float minusAfter = after.minus[i];
      double weight = (double) plusAfter - minusAfter;
      if (!(Math.abs(weight - (plus - minus)) <= TOLERANCE)) {
        complaints.add("weight");
      } else if (!(isInside(plusAfter) && isInside(minusAfter))) {
        complaints.add("window");
      } else if (isStuck(plusAfter, minusAfter) || isStuck(minusAfter, plusAfter)) {
        complaints.add("refresh");
      } else if (!isRefreshed(plus, minus) && !(Math.abs(plusAfter - plus) <= TOLERANCE)) {
        complaints.add("device");
      }
    }
    return complaints;
  }

  /** How many pairs were refreshed in a step. */
  long refreshed(Pairs before, float[] gradient) {
    long count = 0;
    for (int i = 0; i < gradient.length; i++) {
      double plus = depressed(before.plus[i], gradient[i]);
      double minus = depressed(before.minus[i], -gradient[i]);
      count += isRefreshed(plus, minus) ? 1 : 0;
    }
    return count;
  }

  /** A device whose own gradient is positive gets pulses. */
  double depressed(float conductance, double gradient) {
    return gradient > 0 ? device.update(conductance, -rate * gradient) : conductance;
  }

  /** By the refresh, the gradient aside: who is low goes up with the other. */
  private boolean isRefreshed(double plus, double minus) {
    return isLow(plus) || isLow(minus);
  }

  private boolean isStuck(float conductance, float other) {
    return isLow(conductance) && !isHigh(other);
  }

  private boolean isInside(float conductance) {
    return conductance >= (float) device.minConductance()
        && conductance <= (float) device.maxConductance();
  }

  private boolean isLow(double conductance) {
    return conductance <= device.minConductance() + TOLERANCE;
  }

  private boolean isHigh(double conductance) {
    return conductance >= device.maxConductance() - TOLERANCE;
  }
}
