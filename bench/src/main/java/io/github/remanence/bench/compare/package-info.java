/**
 * Is a build slower than another one? Results of the same rows, compared.
 *
 * <p>Read {@link io.github.remanence.bench.compare.Comparison} first. {@link
 * io.github.remanence.bench.compare.Markdown} and {@link
 * io.github.remanence.bench.compare.JUnitXml} write it down for those who were not there.
 */
package io.github.remanence.bench.compare;
