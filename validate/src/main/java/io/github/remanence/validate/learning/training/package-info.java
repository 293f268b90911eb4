/**
 * Trainings of the network, each of which can be stopped at any time and goes on where it was.
 *
 * <p>{@link io.github.remanence.validate.learning.training.Conditions} are the same for all {@link
 * io.github.remanence.validate.learning.training.Trial}s; {@link
 * io.github.remanence.validate.learning.training.Training} turns a trial into an {@link
 * io.github.remanence.validate.learning.training.Outcome}, and the {@link
 * io.github.remanence.validate.learning.training.Archive} keeps it.
 */
package io.github.remanence.validate.learning.training;
