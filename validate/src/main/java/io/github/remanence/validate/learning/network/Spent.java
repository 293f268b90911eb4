package io.github.remanence.validate.learning.network;

/**
 * Seconds that threads spent, added up over all of them.
 *
 * @param products on products of matrices
 * @param updates on pulses, and the refresh of pairs
 * @param noise on random numbers for what is read
 */
public record Spent(double products, double updates, double noise) {

  /** Since an earlier time. */
  public Spent since(Spent earlier) {
    return new Spent(products - earlier.products, updates - earlier.updates, noise - earlier.noise);
  }
}
