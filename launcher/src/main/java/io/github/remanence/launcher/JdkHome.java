package io.github.remanence.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The folder of a Java installation, judged by its {@code release} file and not by running it.
 *
 * <p>The file is what every JDK since 9 carries, for example
 *
 * <pre>
 *   JAVA_VERSION="25.0.3"
 *   MODULES="java.base java.compiler ... jdk.incubator.vector ..."
 * </pre>
 *
 * A file without {@code MODULES} is given the benefit of the doubt.
 */
final class JdkHome {
  static final int FIRST_FEATURE = 25;
  static final String VECTOR_MODULE = "jdk.incubator.vector";

  private static final Pattern FEATURE = Pattern.compile("(?m)^JAVA_VERSION=\"(\\d{1,4})");
  private static final Pattern MODULES = Pattern.compile("(?m)^MODULES=\"(.*)\"");

  private final Path folder;

  JdkHome(Path folder) {
    this.folder = folder;
  }

  /** The {@code java} program; it exists if {@link #willDo}. */
  Path java() {
    Path unix = folder.resolve("bin/java");
    return Files.exists(unix) ? unix : folder.resolve("bin/java.exe");
  }

  /** Whether it is new enough and has the vector module. */
  boolean willDo() {
    String release = release();
    Matcher feature = FEATURE.matcher(release);
    Matcher modules = MODULES.matcher(release);
    return Files.exists(java())
        && feature.find()
        && Integer.parseInt(feature.group(1)) >= FIRST_FEATURE
        && (!modules.find() || modules.group(1).contains(VECTOR_MODULE));
  }

  private String release() {
    try {
      return Files.readString(folder.resolve("release"));
    } catch (IOException notAJdk) {
      return "";
    }
  }

  @Override
  public String toString() {
    return folder.toString();
  }
}
