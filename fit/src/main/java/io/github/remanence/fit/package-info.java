/**
 * How does a measured curve become a device?
 *
 * <p>{@link io.github.remanence.fit.curves.CurvesCsv} reads curves from a file, {@link
 * io.github.remanence.fit.DeviceFit} makes a device of them. The way between, in reading order:
 * {@link io.github.remanence.fit.Family} is what can be fitted, CurveFit fits it to one curve by
 * least squares, CrossValidation and {@link io.github.remanence.fit.FamilyScore} choose, TrainFit
 * has the intervals, {@link io.github.remanence.fit.FieldLaw} and DeviceLaw join the fields, and
 * ScatterFit and NoiseFit read from repeats how devices differ and how noisy they are.
 *
 * <p>Optimisation, linear algebra and distributions are those of Hipparchus 4, which is alive, has
 * no dependencies and runs on JDK 25.
 */
package io.github.remanence.fit;
