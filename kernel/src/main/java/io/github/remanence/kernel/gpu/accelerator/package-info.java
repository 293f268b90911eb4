/**
 * What a GPU is to the backend: memory, and kernels that are started on it. The kernels are in
 * {@code updates.cl}, beside these classes.
 */
package io.github.remanence.kernel.gpu.accelerator;
