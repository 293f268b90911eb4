package io.github.remanence.cli.file;

import io.github.remanence.cli.console.Failure;
import io.github.remanence.kernel.device.DeviceModel;
import io.github.remanence.kernel.device.Presets;
import io.github.remanence.kernel.json.DeviceJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;

/** The value of {@code --device}: the name of a preset, or the path of a JSON file. */
public final class DeviceFile {

  /** A device model has some 700 bytes, a measured law of 10,000 points some 600 KB. */
  private static final long MOST_BYTES = 1 << 20;

  private DeviceFile() {}

  /** The device of that name or in that file. */
  public static DeviceModel read(String presetOrFile) {
    return Presets.named(presetOrFile)
        .orElseGet(
            () -> {
              InputFile file = new InputFile("--device", path(presetOrFile));
              String json = file.read(DeviceFile::text);
              try {
                return DeviceJson.read(json);
              } catch (IllegalArgumentException e) {
                throw file.wrong(String.valueOf(e.getMessage()));
              }
            });
  }

  /** The file, if it is one and not the name of a preset. */
  public static Optional<Path> file(String presetOrFile) {
    return Presets.named(presetOrFile).isPresent()
        ? Optional.empty()
        : Optional.of(path(presetOrFile));
  }

  private static Path path(String name) {
    try {
      Path path = Path.of(name);
      if (Files.exists(path)) {
        return path;
      }
    } catch (InvalidPathException e) {
      // Then it is no file either.
    }
    throw Failure.badInput(
        "--device %s: there is no such preset or file; presets are %s, a file is a device model in JSON"
            .formatted(
                name,
                Presets.all().stream().map(DeviceModel::name).collect(Collectors.joining(", "))));
  }

  private static String text(Path path) throws IOException {
    long bytes = Files.size(path);
    if (bytes > MOST_BYTES) {
      throw new IOException(
          "it has %d bytes; expected a device model, at most %d".formatted(bytes, MOST_BYTES));
    }
    return Files.readString(path);
  }
}
