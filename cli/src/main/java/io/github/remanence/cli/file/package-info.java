/**
 * The files that options name: {@code InputFile} and {@code OutputFile} say what is wrong with one,
 * the others read devices, conductances and pulses.
 */
package io.github.remanence.cli.file;
