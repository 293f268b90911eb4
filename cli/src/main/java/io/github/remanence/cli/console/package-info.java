/**
 * What every command shares towards the user: {@code Execution} and {@code Output} are picocli
 * mixins, {@code Failure} and {@code ExitCode} are how a command says that it cannot go on.
 */
package io.github.remanence.cli.console;
