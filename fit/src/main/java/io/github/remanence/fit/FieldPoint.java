package io.github.remanence.fit;

import io.github.remanence.fit.curves.Polarity;

/**
 * What a field law is read from, of one polarity in one field.
 *
 * @param field its magnitude
 * @param polarity of the pulses
 * @param bend how far from linear the response is
 * @param range the width of its window
 */
record FieldPoint(double field, Polarity polarity, Estimate bend, Estimate range) {}
