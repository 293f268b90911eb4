package io.github.remanence.validate.learning.training;

/**
 * One epoch.
 *
 * @param loss mean cross-entropy of the training images, each before the step that learned from it
 * @param accuracy the share of the test images whose kind the network tells after the epoch
 * @param seconds how long it took, the test included
 * @param products of these, in products of matrices
 * @param updates of these, in updates by the kernel
 * @param noise of these, in random numbers for what is read
 */
public record EpochResult(
    double loss, double accuracy, double seconds, double products, double updates, double noise) {

  /** What is left of the seconds: reading weights, normalisation, the loss, waiting. */
  public double rest() {
    return seconds - products - updates - noise;
  }
}
