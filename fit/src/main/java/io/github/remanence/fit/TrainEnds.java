package io.github.remanence.fit;

/**
 * Where trains of one polarity start and end, and how far from linear they are.
 *
 * @param start the conductance where pulses start
 * @param end the one where they end
 * @param bend nu; of another family, the nu of the exponential that is as far after half its pulses
 */
public record TrainEnds(double start, double end, double bend) {}
