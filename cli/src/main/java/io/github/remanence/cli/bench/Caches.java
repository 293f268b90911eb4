package io.github.remanence.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The caches of a processor, as Linux tells them in files; other systems tell none. */
final class Caches {

  private static final Path CACHES = Path.of("/sys/devices/system/cpu/cpu0/cache");

  private Caches() {}

  /** Such as {@code L1 Data 48K}, nearest first. */
  static List<String> here() {
    return in(CACHES);
  }

  static List<String> in(Path folder) {
    try (Stream<Path> caches = Files.list(folder)) {
      return caches
          .filter(cache -> cache.getFileName().toString().startsWith("index"))
          .sorted()
          .map(
              cache ->
                  "L%s %s %s"
                      .formatted(text(cache, "level"), text(cache, "type"), text(cache, "size")))
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static String text(Path cache, String file) {
    try {
      return Files.readString(cache.resolve(file)).strip();
    } catch (IOException e) {
      return "unknown";
    }
  }
}
