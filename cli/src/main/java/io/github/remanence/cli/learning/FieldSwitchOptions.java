package io.github.remanence.cli.learning;

import io.github.remanence.cli.console.Failure;
import io.github.remanence.validate.learning.network.Kept;
import io.github.remanence.validate.learning.training.FieldSwitch;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A change of field on the way, as a picocli mixin. */
public final class FieldSwitchOptions {

  private static final Pattern WRITTEN = Pattern.compile("(\\d{1,6}):(.+)");

  @Option(
      names = "--switch-field-at",
      paramLabel = "EPOCH:H",
      description = "After that epoch the field becomes H.")
  private @Nullable String at;

  @Option(
      names = "--keep",
      paramLabel = "WHAT",
      description =
          "What devices keep then: coordinate (how many pulses they had; the default) or"
              + " conductance.")
  private @Nullable Kept kept;

  /** The change; empty if there is none. */
  public Optional<FieldSwitch> fieldSwitch() {
    if (at == null && kept != null) {
      throw Failure.usage("--keep says what devices keep at --switch-field-at; give that as well");
    }
    if (at == null) {
      return Optional.empty();
    }
    Matcher written = WRITTEN.matcher(at);
    if (!written.matches()) {
      throw wrong("expected the number of an epoch, a colon and a field, such as 10:0");
    }
    try {
      int epoch = Integer.parseInt(written.group(1));
      double field = Double.parseDouble(written.group(2));
      return Optional.of(new FieldSwitch(epoch, field, kept == null ? Kept.COORDINATE : kept));
    } catch (IllegalArgumentException e) {
      throw wrong(String.valueOf(e.getMessage()));
    }
  }

  private Failure wrong(String reason) {
    return Failure.usage("--switch-field-at %s: %s".formatted(at, reason));
  }
}
