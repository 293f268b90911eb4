package io.github.remanence.cli.report;

import io.github.remanence.cli.page.HtmlPage;

/** A report as one HTML file. */
public final class ReportPage {

  private ReportPage() {}

  /** The page as text, to be stored in UTF-8. */
  public static String of(Report report) {
    return HtmlPage.of(report, ReportPage.class);
  }
}
