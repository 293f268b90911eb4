/**
 * Pages of results: data put into one HTML file that loads nothing.
 *
 * <p>A page is a {@code page.html} and a {@code page.js} of its own, and what all share: {@code
 * head.html}, {@code scripts.html}, {@code page.css}, {@code chart.js}, {@code parts.js}, {@code
 * fields.js}, and uPlot, which draws the lines. Scripts build all text from the embedded data, as
 * text and never as markup, so a name cannot become part of the page. A page's content security
 * policy forbids that it loads anything.
 */
package io.github.remanence.cli.page;
