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
 */
package io.github.remanence.cli.report;
