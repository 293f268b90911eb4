/**
 * Measured curves: {@link io.github.remanence.fit.curves.CurvesCsv} reads them from a file, and
 * {@link io.github.remanence.fit.curves.Measurements} is what was measured.
 */
package io.github.remanence.fit.curves;
