/**
 * How fast is an update, and how near the ceiling? JMH benchmarks, one class a question.
 *
 * <p>Read {@link io.github.remanence.bench.UniformUpdateBenchmark} first, then {@link
 * io.github.remanence.bench.Settings} for how all of them run. {@link
 * io.github.remanence.bench.CeilingBenchmark} has the limit beside each number, {@link
 * io.github.remanence.bench.PeerBenchmark} a loop in C++. A test runs every body once for each of
 * its parameters and compares what it did with the reference.
 *
 * <p>{@code study} runs many of them as one study, {@code compare} says whether a build is slower.
 *
 * <p>A row {@code :perDevice} is the time of one device, {@code :perKilobyte} that of 1000 bytes;
 * see {@link io.github.remanence.bench.Traffic}.
 */
package io.github.remanence.bench;
