/**
 * What the machine can do at most: the passes over memory and the arithmetic that no update can
 * outrun.
 *
 * <p>Plain loops over arrays, which share nothing with the code whose limit they are. C2 makes
 * vectors of the full width of them by itself, and soon: written with {@code jdk.incubator.vector}
 * the passes were as fast, the arithmetic slower, and both took seconds to warm up on a busy
 * machine, being 1000 times slower until then (24 November 2026, JDK 25, AVX-512).
 *
 * <p>{@link io.github.remanence.bench.ceiling.Team} runs them on several threads.
 */
package io.github.remanence.bench.ceiling;
