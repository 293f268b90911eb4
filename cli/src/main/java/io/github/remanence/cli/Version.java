package io.github.remanence.cli;

import picocli.CommandLine.IVersionProvider;

/** The version of this program, as the jar's manifest has it. */
public final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {"remanence " + text(), "Java " + Runtime.version()};
  }

  static String text() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
