/**
 * A matrix product of a library, for what it costs to make a matrix of pulses before an update.
 *
 * <p>OpenBLAS, through the bindings of the Bytedeco project: the one library for the JVM with hand-
 * written kernels for each processor that is still released (0.3.31 in February 2026). Only its
 * binary for Linux on x86-64 comes along.
 */
package io.github.remanence.bench.product;
