package io.github.remanence.validate.learning.network;

import io.github.remanence.validate.learning.data.LabelledImages;

/**
 * The forward pass of the network and its loss, written down as plainly as can be, in double: a
 * second reading of the equations that shares nothing with the first.
 *
 * @param hidden weights of the hidden layer, neuron after neuron
 * @param output weights of the output layer, neuron after neuron
 * @param eps of the batch normalisation
 */
@SuppressWarnings("ArrayRecordComponent") // Read where they are; nobody compares two.
record PlainNetwork(double[][] hidden, double[][] output, double eps) {

  /** Mean cross-entropy of the first so many images. */
  double loss(LabelledImages images, int count) {
    double[][] pixels = new double[count][LabelledImages.PIXELS];
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < LabelledImages.PIXELS; j++) {
        pixels[i][j] = images.pixels()[i * LabelledImages.PIXELS + j];
      }
    }
    double[][] rectified = normalised(pixels, hidden);
    for (double[] row : rectified) {
      for (int i = 0; i < row.length; i++) {
        row[i] = row[i] > 0 ? row[i] : 0;
      }
    }
    double[][] outputs = normalised(rectified, output);
    double loss = 0;
    for (int i = 0; i < count; i++) {
      double sum = 0;
      for (double value : outputs[i]) {
        sum += Math.exp(value);
      }
      loss -= Math.log(Math.exp(outputs[i][images.labels()[i]]) / sum);
    }
    return loss / count;
  }

  private double[][] normalised(double[][] inputs, double[][] weights) {
    double[][] outputs = new double[inputs.length][weights.length];
    for (int neuron = 0; neuron < weights.length; neuron++) {
      double mean = 0;
      for (int i = 0; i < inputs.length; i++) {
        for (int j = 0; j < weights[neuron].length; j++) {
          outputs[i][neuron] += weights[neuron][j] * 1e-3 * inputs[i][j];
        }
        mean += outputs[i][neuron] / inputs.length;
      }
      double variance = 0;
      for (double[] row : outputs) {
        variance += (row[neuron] - mean) * (row[neuron] - mean) / inputs.length;
      }
      for (double[] row : outputs) {
        row[neuron] = (row[neuron] - mean) / Math.sqrt(variance + eps);
      }
    }
    return outputs;
  }
}
