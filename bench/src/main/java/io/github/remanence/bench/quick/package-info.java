/**
 * Speed in seconds instead of minutes, for commands that somebody waits for. No JMH here.
 *
 * <p>Read {@link io.github.remanence.bench.quick.QuickMeasurement} first: updates beside their
 * ceiling. {@link io.github.remanence.bench.quick.Ceilings} are the limits alone. Both interleave
 * what they compare and report medians and quartiles, see {@link
 * io.github.remanence.bench.quick.Measurement}.
 */
package io.github.remanence.bench.quick;
