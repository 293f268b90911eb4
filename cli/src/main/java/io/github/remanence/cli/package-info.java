/**
 * The command line: one entry for people, holding no logic of its own.
 *
 * <p>{@code Main} parses and turns ends into exit codes; one class is one command, beside what it
 * prints. What commands share lies below: {@link io.github.remanence.cli.console} (options, output,
 * failures), {@link io.github.remanence.cli.file} (files read and written) over {@link
 * io.github.remanence.cli.npy} (NumPy's format), and {@link io.github.remanence.cli.report} (the
 * main job and its page), {@link io.github.remanence.cli.bench} (studies of speed and theirs).
 */
package io.github.remanence.cli;
