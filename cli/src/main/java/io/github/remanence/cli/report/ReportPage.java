package io.github.remanence.cli.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/**
 * A report as one HTML file that loads nothing: {@code page.html} or {@code fit.html} with its
 * parts and the data put in.
 */
public final class ReportPage {

  /** {@code {{data}}} is the report, any other name a resource beside this class. */
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([\\w./]+)}}");

  private static final JsonMapper MAPPER = new JsonMapper();

  private ReportPage() {}

  /** The page of a run as text, to be stored in UTF-8. */
  public static String of(Report report) {
    return page("page.html", report);
  }

  /** The page of a fit as text, to be stored in UTF-8. */
  public static String of(FitReport report) {
    return page("fit.html", report);
  }

  private static String page(String template, Record report) {
    String data = embeddable(MAPPER.writeValueAsString(report));
    return PLACEHOLDER
        .matcher(resource(template))
        .replaceAll(found -> Matcher.quoteReplacement(part(found, data)));
  }

  private static String part(MatchResult found, String data) {
    String name = found.group(1);
    return name.equals("data") ? data : resource(name);
  }

  /** JSON in which nothing can end the script element it stands in, or open another one. */
  private static String embeddable(String json) {
    return json.replace("<", "\\u003c");
  }

  private static String resource(String name) {
    try (InputStream in = ReportPage.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the program is incomplete: it has no " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
