/**
 * The fit of a device at the command line: {@link io.github.remanence.cli.fit.FitReport}, what it
 * found, as plain data and as a page.
 */
package io.github.remanence.cli.fit;
