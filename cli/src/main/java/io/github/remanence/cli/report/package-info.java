/**
 * The main job and its page: what the field does to a device, how fast the kernel computes it, and
 * how exactly.
 *
 * <p>Read in this order: {@link io.github.remanence.cli.report.Report} is the result as plain data,
 * printed by {@code --json} and embedded in the page. {@link
 * io.github.remanence.cli.report.FieldResponse} is a device in a field, {@link
 * io.github.remanence.cli.report.UpdateResult} a measured update, and {@link
 * io.github.remanence.cli.report.MainJob} gets both. {@link
 * io.github.remanence.cli.report.ReportPage} puts a report into one HTML file.
 *
 * <p>{@link io.github.remanence.cli.report.FitReport} is what a fit found, and has a page of its
 * own.
 *
 * <p>The pages are {@code page.html} and {@code fit.html}, each with a script of its own, and what
 * they share: {@code page.css}, {@code parts.js}, {@code chart.js}, and uPlot, which draws the
 * lines. The scripts build all text from the embedded data, as text and never as markup, so a name
 * cannot become part of a page. A page loads nothing and its content security policy forbids that.
 */
package io.github.remanence.cli.report;
