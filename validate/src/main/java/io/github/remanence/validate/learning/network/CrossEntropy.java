package io.github.remanence.validate.learning.network;

/** Cross-entropy on softmax, the mean over a batch. */
final class CrossEntropy {

  private CrossEntropy() {}

  /**
   * The loss, and its gradient with respect to the outputs.
   *
   * @param outputs rows x kinds
   * @param gradient where the gradient goes, rows x kinds
   * @param labels the right kind of each image, from the first one on
   */
  static double of(
      float[] outputs, float[] gradient, int rows, int kinds, byte[] labels, int first) {
    double loss = 0;
    double[] exponentials = new double[kinds];
    for (int row = 0; row < rows; row++) {
      int start = row * kinds;
      int right = labels[first + row];
      float largest = outputs[start + largest(outputs, start, kinds)];
      double sum = 0;
      for (int i = 0; i < kinds; i++) {
        exponentials[i] = Math.exp(outputs[start + i] - largest);
        sum += exponentials[i];
      }
      loss += Math.log(sum) - (outputs[start + right] - largest);
      for (int i = 0; i < kinds; i++) {
        double share = exponentials[i] / sum;
        gradient[start + i] = (float) ((i == right ? share - 1 : share) / rows);
      }
    }
    return loss / rows;
  }

  /** How many images get the largest output for their kind. */
  static int correct(float[] outputs, int rows, int kinds, byte[] labels, int first) {
    int correct = 0;
    for (int row = 0; row < rows; row++) {
      correct += largest(outputs, row * kinds, kinds) == labels[first + row] ? 1 : 0;
    }
    return correct;
  }

  /** The first of the largest. */
  private static int largest(float[] outputs, int start, int kinds) {
    int largest = 0;
    for (int i = 1; i < kinds; i++) {
      largest = outputs[start + i] > outputs[start + largest] ? i : largest;
    }
    return largest;
  }
}
