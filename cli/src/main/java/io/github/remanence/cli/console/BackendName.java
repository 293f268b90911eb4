package io.github.remanence.cli.console;

import io.github.remanence.kernel.Backend;
import java.io.Serial;
import java.util.ArrayList;
import java.util.Arrays;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A backend by the one spelling of its name, as {@link Backend#toString} has it. */
final class BackendName implements ITypeConverter<Backend> {

  @Override
  public Backend convert(String name) {
    return Arrays.stream(Backend.values())
        .filter(backend -> backend.toString().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "expected one of %s, was '%s'".formatted(new All(), name)));
  }

  /** All names, for the help. */
  static final class All extends ArrayList<String> {
    @Serial private static final long serialVersionUID = 1;

    All() {
      Arrays.stream(Backend.values()).map(Backend::toString).forEach(this::add);
    }

    @Override
    public String toString() {
      return String.join(", ", this);
    }
  }
}
