package io.github.remanence.validate.learning.network;

/** max(0, x), of some features of a batch. */
final class Rectifier {

  private Rectifier() {}

  /** What is not positive becomes 0. */
  static void forward(float[] values, float[] into, int features, int rows, int from, int to) {
    for (int row = 0; row < rows; row++) {
      for (int i = row * features + from; i < row * features + to; i++) {
        into[i] = Math.max(values[i], 0);
      }
    }
  }

  /** Where the value was not positive, the gradient becomes 0. */
  static void backward(float[] gradient, float[] values, int features, int rows, int from, int to) {
    for (int row = 0; row < rows; row++) {
      for (int i = row * features + from; i < row * features + to; i++) {
        gradient[i] = values[i] > 0 ? gradient[i] : 0;
      }
    }
  }
}
