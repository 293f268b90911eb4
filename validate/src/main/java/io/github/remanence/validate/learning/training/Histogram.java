package io.github.remanence.validate.learning.training;

import io.github.remanence.validate.learning.network.Network;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How the weights of a layer are spread: counts in bins of one width from -range to range, which is
 * as far as a pair of devices reaches.
 *
 * @param range the width of the window of a device
 * @param counts weights in each bin
 */
public record Histogram(double range, List<Long> counts) {

  private static final int BINS = 81;

  /** Copies the counts. */
  public Histogram {
    counts = List.copyOf(counts);
  }

  /** Of a layer as it is now. */
  static Histogram of(Network.Devices devices, double range) {
    List<Long> counts = new ArrayList<>(Collections.nCopies(BINS, 0L));
    for (int i = 0; i < devices.plus().length; i++) {
      double weight = (double) devices.plus()[i] - devices.minus()[i];
      int bin = Math.clamp((long) ((weight / range + 1) / 2 * BINS), 0, BINS - 1);
      counts.set(bin, counts.get(bin) + 1);
    }
    return new Histogram(range, counts);
  }
}
