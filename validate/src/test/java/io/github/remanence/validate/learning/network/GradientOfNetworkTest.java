package io.github.remanence.validate.learning.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.remanence.kernel.Backend;
import io.github.remanence.kernel.UpdatePlan;
import io.github.remanence.kernel.device.Presets;
import io.github.remanence.kernel.field.FieldState;
import io.github.remanence.validate.learning.Digits;
import io.github.remanence.validate.learning.Engines;
import io.github.remanence.validate.learning.data.LabelledImages;
import java.lang.foreign.ValueLayout;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The gradients of a step against finite differences of a loss that was written down apart. */
class GradientOfNetworkTest {

  private static final int NEURONS = 150; // a whole tile and a part of one
  private static final int IMAGES = 44;
  private static final double EPS = 1e-5;

  /** Of the largest gradient of the layer: float32, summed over a batch. */
  private static final double TOLERANCE = 1e-5;

  private final LabelledImages images = Digits.read().train();
  private final Team team = new Team(2);
  private Network network;
  private double[][][] weights;
  private double loss;

  @BeforeEach
  void takeSteps() {
    UpdatePlan plan = UpdatePlan.of(Presets.bernard2025(), FieldState.at(1));
    network = new Network(Engines.of(Backend.fastest(), team), plan, NEURONS, 2000, 1);
    network.learn(images, 0, IMAGES, 0);
    network.learn(images, 0, IMAGES, 1);
    weights = new double[][][] {weights(0, NEURONS), weights(1, LabelledImages.KINDS)};
    loss = network.learn(images, 0, IMAGES, 2);
  }

  @AfterEach
  void close() {
    team.close();
  }

  @Test
  void theLossIsThatOfThePlainNetwork() {
    assertThat(loss).isCloseTo(plain(EPS).loss(images, IMAGES), within(1e-5));
  }

  @Test
  void theGradientsAreThoseOfThePlainNetwork() {
    assertThat(largestError(0, EPS)).isLessThan(TOLERANCE);
    assertThat(largestError(1, EPS)).isLessThan(TOLERANCE);
  }

  /** The comparison sees a batch normalisation without eps, which is no formality here. */
  @Test
  void withoutEpsThePlainNetworkHasOtherGradients() {
    assertThat(largestError(0, 0)).isGreaterThan(1000 * TOLERANCE);
    assertThat(largestError(1, 0)).isGreaterThan(1000 * TOLERANCE);
  }

  /** At a few places of a layer, as a share of the largest gradient. */
  private double largestError(int layer, double eps) {
    PlainNetwork plain = plain(eps);
    double[][] matrix = weights[layer];
    float[] gradient = gradient(layer);
    double largest = 0;
    double error = 0;
    for (float value : gradient) {
      largest = Math.max(largest, Math.abs(value));
    }
    for (int k = 0; k < 25; k++) {
      int place = layer == 0 ? middleOfAnImage(k) : k * gradient.length / 25;
      int cols = matrix[0].length;
      double expected = slope(plain, matrix[place / cols], place % cols);
      error = Math.max(error, Math.abs(gradient[place] - expected));
    }
    return error / largest;
  }

  /** Of other neurons each time, and of pixels that are not always 0. */
  private static int middleOfAnImage(int k) {
    int pixel = (12 + k % 5) * LabelledImages.SIDE + 10 + k / 5;
    return k * NEURONS / 25 * LabelledImages.PIXELS + pixel;
  }

  private double slope(PlainNetwork plain, double[] row, int col) {
    double middle = row[col];
    double step = 1e-5;
    row[col] = middle + step;
    double above = plain.loss(images, IMAGES);
    row[col] = middle - step;
    double below = plain.loss(images, IMAGES);
    row[col] = middle;
    return (above - below) / (2 * step);
  }

  private PlainNetwork plain(double eps) {
    return new PlainNetwork(weights[0], weights[1], eps);
  }

  private float[] gradient(int layer) {
    return network.layers().get(layer).gradient().memory().toArray(ValueLayout.JAVA_FLOAT);
  }

  private double[][] weights(int layer, int neurons) {
    Network.Devices devices = network.devices(layer);
    int inputs = devices.plus().length / neurons;
    double[][] rows = new double[neurons][inputs];
    for (int i = 0; i < neurons * inputs; i++) {
      rows[i / inputs][i % inputs] = (double) devices.plus()[i] - devices.minus()[i];
    }
    return rows;
  }
}
