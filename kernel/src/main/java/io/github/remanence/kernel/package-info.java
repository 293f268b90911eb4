/**
 * Updates of analog crossbars whose update linearity is tuned by a magnetic field.
 *
 * <p>The way of the data, and the order in which to read:
 *
 * <pre>
 * DeviceModel + FieldState  -&gt;  UpdatePlan  -&gt;  UpdateKernel  -&gt;  Crossbar
 * what a device is              decides once    computes           float32 memory, changed in place
 *                                                  ^
 *                                                Pulses
 * </pre>
 *
 * <p>{@link io.github.remanence.kernel.UpdatePlan} is compiled from a {@link
 * io.github.remanence.kernel.device.DeviceModel} in a {@link
 * io.github.remanence.kernel.field.FieldState}. An {@link io.github.remanence.kernel.UpdateKernel}
 * applies it to a {@link io.github.remanence.kernel.Crossbar} or a {@link
 * io.github.remanence.kernel.DifferentialPair} with {@link io.github.remanence.kernel.Pulses}, and
 * applies a {@link io.github.remanence.kernel.FieldChange}. {@link
 * io.github.remanence.kernel.DeviceFactors} say how single devices differ, {@link
 * io.github.remanence.kernel.random.Draws} are the chances of an update, and {@link
 * io.github.remanence.kernel.Relaxation} is what happens between updates.
 *
 * <p><b>What an update guarantees.</b> The stored value is the conductance itself, in the device's
 * own unit.
 *
 * <ul>
 *   <li>Same bits on every {@link io.github.remanence.kernel.Backend}, vector width, number of
 *       threads and kind of memory; only the payload of a NaN is not promised. On a GPU that is so
 *       if it divides and takes roots as IEEE 754 says, which NVIDIA's do through CUDA, and others
 *       if their driver of OpenCL offers it.
 *   <li>Against exact arithmetic the error is at most 1.5 ulp of the stored value plus 4e-7 of the
 *       step, for every nonlinearity and every pulse count of devices whose responses are both
 *       exponential. For other families it is 2 ulp of the larger end of the window, plus 4e-7 of
 *       what one pulse does at most, plus 1e-6 of the step and 6e-8 of it for each pulse.
 *   <li>n = 0 leaves every bit of a value inside the window (but -0.0 becomes 0.0 where that is its
 *       lower end). A finite value outside is brought in by the clamp.
 *   <li>A conductance or a count that is NaN or infinite makes that device NaN, and no other.
 *   <li>Pulses of one sign compose up to rounding; pulses of different sign do not commute, and are
 *       applied in the order of the calls.
 * </ul>
 *
 * <p>Devices with factors of their own have a bound of their own, said in {@link
 * io.github.remanence.kernel.DeviceFactors}, and so has noise: for the normal number that was drawn
 * 2 ulp of the larger end of the window, 1e-6 of the step and 5e-6 of the noise; and 2e-7 exp(nu n
 * / P) of the noise, because float32 has not more of what n pulses leave of the way to the
 * asymptote. All of it is for n up to 16 P / |nu|; where more pulses are noisy, only the window is
 * promised.
 *
 * <p><b>Rows are not padded.</b> A crossbar is rows x cols floats, row after row, and nothing else:
 * so an array of the caller, a NumPy file and a mapped file are crossbars as they lie, and an
 * update is one flat range with one tail. A padded matrix is a {@link
 * io.github.remanence.kernel.Crossbar#block} of a wider one.
 *
 * <p><b>Allocation.</b> An update allocates nothing once its code is compiled, if plan and pulses
 * are kept: not on the calling thread, and not on those of {@link
 * io.github.remanence.kernel.Workers#threads}. What an executor of the caller's allocates for a
 * task is its own affair. Updates with draws, relaxations and readings are made for each call, of
 * some hundred bytes whatever their size; noise pulse by pulse of some hundred for each pulse of
 * 256 devices.
 *
 * <p>Nothing here is global, prints or exits. Threads are the caller's choice, see {@link
 * io.github.remanence.kernel.Workers}.
 */
package io.github.remanence.kernel;
