/**
 * Random numbers without a state: each is a function of a seed, a stream, an update and a device.
 *
 * <pre>{@code
 * Draws draws = Draws.of(seed, stream, update);
 * float xi = draws.normal(device);
 * }</pre>
 *
 * <p>Because nothing is counted along, a number does not depend on who asks for it, when, or after
 * what: the result of an update is the same on every backend, vector width and number of threads,
 * for every cut into tiles or parts. <b>To go on after a stop, save the seed and the number of the
 * next update</b>; there is nothing else.
 *
 * <p>The generator is {@link io.github.remanence.kernel.random.Philox}4x32-10 of Salmon, Moraes,
 * Dror and Shaw, <i>Parallel random numbers: as easy as 1, 2, 3</i> (SC'11, doi
 * 10.1145/2063384.2063405), which passes every battery of statistical tests its authors tried.
 * Normal numbers are the quantiles of its words, see {@link
 * io.github.remanence.kernel.random.NormalQuantile}.
 */
package io.github.remanence.kernel.random;
