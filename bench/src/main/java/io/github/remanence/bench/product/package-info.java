/**
 * Matrix products of a library: for what it costs to make a matrix of pulses before an update, and
 * for programs that need products beside updates.
 *
 * <p>OpenBLAS, through the bindings of the Bytedeco project: the one library for the JVM with hand-
 * written kernels for each processor that is still released (0.3.31 in February 2026). The function
 * itself is called without the bindings, which would copy arrays. Only its binary for one kind of
 * machine comes along, Linux on x86-64 unless the build is told otherwise.
 */
package io.github.remanence.bench.product;
