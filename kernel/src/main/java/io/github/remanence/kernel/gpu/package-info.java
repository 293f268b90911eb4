/**
 * The GPU backend: one source of kernels, {@code updates.cl}, and several ways to a GPU.
 *
 * <p>{@link io.github.remanence.kernel.gpu.GpuRunner} turns each form of the update into starts of
 * kernels. An {@link io.github.remanence.kernel.gpu.accelerator.Accelerator} starts them; there is
 * one for each {@link io.github.remanence.kernel.gpu.GpuPath}, each in a package of its own. A
 * matrix of the host is copied to the GPU for the step and back after it; {@link
 * io.github.remanence.kernel.gpu.ResidentMemory} stays there.
 *
 * <p>The kernels take the operations of the scalar backend in the same order, and nothing is
 * contracted, so that the bits are the same wherever the GPU divides, takes roots and fuses as IEEE
 * 754 says: {@link io.github.remanence.kernel.gpu.accelerator.Accelerator#isBitIdentical}.
 */
package io.github.remanence.kernel.gpu;
