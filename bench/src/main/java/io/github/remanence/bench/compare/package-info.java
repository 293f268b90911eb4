/**
 * Is a build slower than another one? Results of the same rows, compared.
 *
 * <p>Read {@link io.github.remanence.bench.compare.Comparison} first, and {@link
 * io.github.remanence.bench.compare.Power} for what a row can show at all; {@link
 * io.github.remanence.bench.compare.UntilFound} measures on until it is enough. {@link
 * io.github.remanence.bench.compare.Markdown} and {@link
 * io.github.remanence.bench.compare.JUnitXml} write it down for those who were not there.
 */
package io.github.remanence.bench.compare;
