/**
 * How fast is an update, and how near the ceiling? JMH benchmarks, one class a question.
 *
 * <p>Read {@link io.github.remanence.bench.UniformUpdateBenchmark} first, then {@link
 * io.github.remanence.bench.Settings} for how all of them run. {@link
 * io.github.remanence.bench.CeilingBenchmark} has the limit beside each number, {@link
 * io.github.remanence.bench.PeerBenchmark} a loop in C++. A test runs every body once for each of
 * its parameters and compares what it did with the reference.
 *
 * <p>A row {@code :perDevice} is the time of one device: bytes a device divided by it are GB/s, and
 * the bytes are 8 for the conductance, read and written, and 1 or 4 for a count of its own.
 */
package io.github.remanence.bench;
