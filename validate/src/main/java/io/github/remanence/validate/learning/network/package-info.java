/**
 * A network whose weights are devices, for one experiment and as an example of how a simulator
 * embeds the kernel.
 *
 * <p>Read in this order: {@link io.github.remanence.validate.learning.network.Network} is the
 * whole, {@code Layer} what each half does, {@code Synapses} its weights as devices of the kernel.
 * {@link io.github.remanence.validate.learning.network.Engine} is what computes and on which
 * threads.
 *
 * <p><b>Same bits.</b> Everything random is drawn by (seed, use, step, device). A layer is shared
 * out in tiles of 128 neurons, however many threads there are, and each product is made by one
 * thread: so all results are the same bits on every backend of the kernel and any number of
 * threads. Not promised are the same bits on another processor, for which the library of products
 * may have other kernels, and on another Java, whose {@code Math.exp} may round otherwise.
 */
package io.github.remanence.validate.learning.network;
