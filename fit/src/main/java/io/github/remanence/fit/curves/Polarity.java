package io.github.remanence.fit.curves;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which way pulses go. */
public enum Polarity {
  POTENTIATION,
  DEPRESSION;

  private static final Map<String, Polarity> NAMES =
      Map.ofEntries(
          Map.entry("potentiation", POTENTIATION),
          Map.entry("ltp", POTENTIATION),
          Map.entry("p", POTENTIATION),
          Map.entry("+", POTENTIATION),
          Map.entry("+1", POTENTIATION),
          Map.entry("1", POTENTIATION),
          Map.entry("depression", DEPRESSION),
          Map.entry("ltd", DEPRESSION),
          Map.entry("d", DEPRESSION),
          Map.entry("-", DEPRESSION),
          Map.entry("-1", DEPRESSION));

  /** What people call it, in upper or lower case. */
  static Optional<Polarity> named(String name) {
    return Optional.ofNullable(NAMES.get(name.toLowerCase(Locale.ROOT)));
  }

  /** In lower case. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
