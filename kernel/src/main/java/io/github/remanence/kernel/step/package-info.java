/**
 * The device step in float32: what a plan hands to a backend, and the seam between them.
 *
 * <p>A plan works in double precision and makes every choice; a backend reads the float32
 * coefficients of this package and computes. {@link io.github.remanence.kernel.step.RangeKernel} is
 * the whole interface of a backend.
 *
 * <p>Notation: g a stored conductance, a = |n| the pulses a device gets, e = 2^y - 1 its approach
 * to the asymptote.
 *
 * <p><b>The form.</b> The exponential response is evaluated as
 *
 * <pre>
 * g' = clamp(g + e (g - asymptote)),   e = 2^y - 1 = expm1(-nu a / P)
 * </pre>
 *
 * <p>and never as asymptote + (g - asymptote) exp(-nu a / P): on paper they are equal, but the
 * second loses all digits near linear, where the asymptote goes to infinity, and it moves devices
 * that got no pulse. Here the step is formed first, so its relative error does not depend on nu. An
 * exactly linear device is given nu = 2^-30, which differs from it by less than a hundredth of a
 * float32 rounding and needs no branch. Its y is so small that e = -nu a / P, to the last bit:
 * where both polarities of a step are linear, as in pairs of devices with linear depression, that
 * is what is computed, without an exponential.
 *
 * <p>An int8 count has one of 256 approaches e, which {@link
 * io.github.remanence.kernel.step.CountTable} makes of two tables of 16. Devices with factors of
 * their own take the asymptote from the end of their own window, see {@link
 * io.github.remanence.kernel.step.VariedDevice}.
 *
 * <p><b>Noise</b> comes on top of e or of g', see {@link io.github.remanence.kernel.step.NoiseLaw}:
 * where a device goes on average does not depend on it. What happens without pulses is {@link
 * io.github.remanence.kernel.step.RelaxationStep}.
 *
 * <p><b>Special values.</b> A conductance or count that is not finite makes its own device NaN and
 * no other.
 */
package io.github.remanence.kernel.step;
