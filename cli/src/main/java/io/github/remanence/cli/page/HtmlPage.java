package io.github.remanence.cli.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/**
 * Data as one HTML file that loads nothing: {@code page.html} with its parts and the data put in.
 */
public final class HtmlPage {

  /** {@code {{data}}} is the data, any other name a part. */
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([\\w./]+)}}");

  private static final JsonMapper MAPPER = new JsonMapper();

  private HtmlPage() {}

  /**
   * The page as text, to be stored in UTF-8.
   *
   * @param data written as JSON
   * @param beside the class that {@code page.html} lies beside, and each part that this package
   *     does not have
   */
  public static String of(Object data, Class<?> beside) {
    return filled("page.html", embeddable(MAPPER.writeValueAsString(data)), beside);
  }

  /** A part with its own parts in it, and the data, in which nothing is looked for any more. */
  private static String filled(String name, String json, Class<?> beside) {
    return PLACEHOLDER
        .matcher(part(name, beside))
        .replaceAll(found -> Matcher.quoteReplacement(filling(found.group(1), json, beside)));
  }

  private static String filling(String name, String json, Class<?> beside) {
    return name.equals("data") ? json : filled(name, json, beside);
  }

  /** JSON in which nothing can end the script element it stands in, or open another one. */
  private static String embeddable(String json) {
    return json.replace("<", "\\u003c");
  }

  private static String part(String name, Class<?> beside) {
    boolean shared = HtmlPage.class.getResource(name) != null;
    try (InputStream in = (shared ? HtmlPage.class : beside).getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the program is incomplete: it has no " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
