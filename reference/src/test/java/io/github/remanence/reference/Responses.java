package io.github.remanence.reference;

/** What tests know of a response. */
final class Responses {

  private Responses() {}

  /** A response that must be exponential. */
  static ExponentialResponse exponential(PulseResponse response) {
    return (ExponentialResponse) response;
  }
}
