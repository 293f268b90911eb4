/**
 * Is it true? What the kernel promises, measured against the reference and stored.
 *
 * <p>{@link io.github.remanence.validate.Bound} has every promise with its numbers. A {@code
 * Question} measures one thing on kernels and answers with a {@link
 * io.github.remanence.validate.Table}; {@link io.github.remanence.validate.Validation} asks them
 * all and {@link io.github.remanence.validate.CsvFolder} stores what they say. A {@code
 * KernelFunction} is measured over a {@link io.github.remanence.validate.Coverage} of the floats.
 * {@link io.github.remanence.validate.Comparison} and {@link io.github.remanence.validate.Errors}
 * measure the errors of any update, for other programs too.
 *
 * <p>The exact value is the reference's, in double precision, from the stored float32 value: so an
 * error is that of one update, not of the storage before it. Everything random has a fixed seed.
 *
 * <p>The tables can fail: tests hand the questions kernels that are wrong on purpose.
 */
package io.github.remanence.validate;
