/**
 * What a device is: its conductance window, how it answers pulses, and how the field changes both.
 *
 * <p>Read {@link io.github.remanence.kernel.device.DeviceCurve} first (a device at one field), then
 * {@link io.github.remanence.kernel.device.DeviceModel} (the same device at every field) and {@link
 * io.github.remanence.kernel.device.Presets}.
 *
 * <pre>
 * symbol    meaning                                              here
 * G         conductance, in the device's own unit
 * u         normalised conductance, (G - Gmin) / (Gmax - Gmin)
 * n         pulse count: n &gt; 0 potentiates, n &lt; 0 depresses
 * P+, P-    pulses that span the window                          Exponential.pulses
 * nu+, nu-  nonlinearity: 0 linear, &gt; 0 saturates, &lt; 0 speeds up  Exponential.nonlinearity
 * v         progress: u for potentiation, 1 - u for depression   Response
 * s         linearisation, 0 at no field, 1 at saturation
 * rho       retained fraction of the linearisation               retention
 * </pre>
 *
 * <p>How a device answers pulses of one polarity is a {@link
 * io.github.remanence.kernel.device.Response}. The main family is {@link
 * io.github.remanence.kernel.device.Exponential}; with K = 1 - exp(-nu) and q(n) = (1 - exp(-nu |n|
 * / P)) / K,
 *
 * <pre>
 * potentiation  u' = clamp(u + q (1 - K u), 0, 1)
 * depression    u' = clamp(u - q (exp(-nu) + K u), 0, 1)
 * </pre>
 *
 * <p>Other families are beside it, and any class of a user's own. {@link
 * io.github.remanence.kernel.device.AihwkitDevice}, {@link
 * io.github.remanence.kernel.device.NeurosimDevice} and {@link
 * io.github.remanence.kernel.device.QuerliozDevice} take the parameters of other tools.
 *
 * <p>Here are plain, immutable data in double precision, checked when made. What a kernel needs of
 * them is compiled once, see {@link io.github.remanence.kernel.UpdatePlan}.
 */
package io.github.remanence.kernel.device;
