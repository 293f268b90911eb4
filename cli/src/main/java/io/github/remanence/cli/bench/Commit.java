package io.github.remanence.cli.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The commit that this program was built from. */
public final class Commit {

  private Commit() {}

  /** Such as 1a2b3c4, or 1a2b3c4 with changes, or unknown. */
  public static String text() {
    try (@Nullable InputStream in = Commit.class.getResourceAsStream("commit.properties")) {
      Properties properties = new Properties();
      if (in != null) {
        properties.load(in);
      }
      String id = properties.getProperty("git.commit.id.abbrev", "unknown");
      return "true".equals(properties.getProperty("git.dirty")) ? id + " with changes" : id;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
