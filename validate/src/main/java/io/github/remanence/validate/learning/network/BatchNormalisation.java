package io.github.remanence.validate.learning.network;

import java.util.Arrays;

/**
 * Batch normalisation without scale or shift: while the network learns by mean and variance of the
 * batch, when it is tested by their running averages.
 *
 * <pre>
 * learning  y = (v - mean) / sqrt(variance + eps)
 * running   mean += 0.15 (mean of the batch - mean); variance the same way, unbiased (n / (n - 1))
 * backward  g' = (g - mean(g) - y mean(g y)) / sqrt(variance + eps)
 * </pre>
 *
 * <p>eps is 1e-5 and no formality: outputs are so small that their variance is about as large.
 * Features are independent of each other, so any number of threads may each take some.
 */
final class BatchNormalisation {

  static final float EPS = 1e-5f;

  /** What a batch contributes to the running averages. */
  static final float MOMENTUM = 0.15f;

  private final int features;
  private final float[] runningMean;
  private final float[] runningVariance;
  private final float[] inverseDeviation;

  /** Sums over the batch at hand: of values or gradients, and of their products. */
  private final float[] first;

  private final float[] second;

  BatchNormalisation(int features) {
    this.features = features;
    this.runningMean = new float[features];
    this.runningVariance = new float[features];
    Arrays.fill(runningVariance, 1);
    this.inverseDeviation = new float[features];
    this.first = new float[features];
    this.second = new float[features];
  }

  /**
   * Normalises some features of a batch in place, and learns their averages.
   *
   * @param values rows x features
   * @param rows images in the batch, at least 2
   * @param from the first feature
   * @param to the one after the last
   */
  void learn(float[] values, int rows, int from, int to) {
    clear(from, to);
    for (int row = 0; row < rows; row++) {
      int start = row * features;
      for (int i = from; i < to; i++) {
        first[i] += values[start + i];
      }
    }
    for (int i = from; i < to; i++) {
      first[i] /= rows;
    }
    for (int row = 0; row < rows; row++) {
      int start = row * features;
      for (int i = from; i < to; i++) {
        float centred = values[start + i] - first[i];
        values[start + i] = centred;
        second[i] += centred * centred;
      }
    }
    for (int i = from; i < to; i++) {
      float variance = second[i] / rows;
      runningMean[i] += MOMENTUM * (first[i] - runningMean[i]);
      runningVariance[i] += MOMENTUM * (second[i] / (rows - 1) - runningVariance[i]);
      inverseDeviation[i] = inverseDeviation(variance);
    }
    scale(values, rows, from, to);
  }

  /** Normalises some features by the running averages, in place. */
  void apply(float[] values, int rows, int from, int to) {
    for (int i = from; i < to; i++) {
      inverseDeviation[i] = inverseDeviation(runningVariance[i]);
    }
    for (int row = 0; row < rows; row++) {
      int start = row * features;
      for (int i = from; i < to; i++) {
        values[start + i] = (values[start + i] - runningMean[i]) * inverseDeviation[i];
      }
    }
  }

  /**
   * From the gradient with respect to what {@link #learn} put out to that with respect to what it
   * was given, in place.
   *
   * @param gradient rows x features
   * @param normalised what it put out
   */
  void backward(float[] gradient, float[] normalised, int rows, int from, int to) {
    clear(from, to);
    for (int row = 0; row < rows; row++) {
      int start = row * features;
      for (int i = from; i < to; i++) {
        float g = gradient[start + i];
        first[i] += g;
        second[i] += g * normalised[start + i];
      }
    }
    for (int i = from; i < to; i++) {
      first[i] /= rows;
      second[i] /= rows;
    }
    for (int row = 0; row < rows; row++) {
      int start = row * features;
      for (int i = from; i < to; i++) {
        gradient[start + i] =
            (gradient[start + i] - first[i] - normalised[start + i] * second[i])
                * inverseDeviation[i];
      }
    }
  }

  private void clear(int from, int to) {
    Arrays.fill(first, from, to, 0);
    Arrays.fill(second, from, to, 0);
  }

  private void scale(float[] values, int rows, int from, int to) {
    for (int row = 0; row < rows; row++) {
      int start = row * features;
      for (int i = from; i < to; i++) {
        values[start + i] *= inverseDeviation[i];
      }
    }
  }

  private static float inverseDeviation(float variance) {
    return (float) (1 / Math.sqrt(variance + EPS));
  }

  /** The running average of the mean, a feature each. */
  float[] runningMean() {
    return runningMean;
  }

  /** The running average of the variance, a feature each. */
  float[] runningVariance() {
    return runningVariance;
  }
}
