package io.github.remanence.cli.file;

import io.github.remanence.cli.console.Failure;
import io.github.remanence.cli.npy.ElementType;
import io.github.remanence.cli.npy.NpyFile;
import io.github.remanence.cli.npy.NpyHeader;
import io.github.remanence.kernel.Crossbar;
import io.github.remanence.kernel.Pulses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The value of {@code --pulses}: a number for all devices, or a {@code .npy} file with a count for
 * each.
 *
 * @param pulses the pulses
 * @param description what was given, for the report
 * @param memory where the counts lie; to be closed after the update
 */
public record PulsesInput(Pulses pulses, String description, Runnable memory)
    implements AutoCloseable {

  /** Java arrays end a little before 2^31. */
  private static final long LONGEST_ARRAY = Integer.MAX_VALUE - 8;

  /** Reads the pulses for a matrix of conductances, and refuses another shape, NaN and infinity. */
  public static PulsesInput read(String numberOrFile, Crossbar conductances) {
    Optional<Double> number = number(numberOrFile);
    if (number.isPresent()) {
      return new PulsesInput(uniform(number.get()), numberOrFile + " for each device", () -> {});
    }
    InputFile file = new InputFile("--pulses", Path.of(numberOrFile));
    if (Files.notExists(file.path())) {
      throw file.wrong("it is neither a number nor a file that exists");
    }
    NpyHeader header = file.read(PulsesInput::header);
    requireShape(file, header, conductances);
    String description = file.path() + ", " + header;
    return header.type() == ElementType.INT8 && conductances.devices() <= LONGEST_ARRAY
        ? new PulsesInput(file.read(PulsesInput::bytes), description, () -> {})
        : floats(file, description);
  }

  /** The file, if it is one and not a number. */
  public static Optional<Path> file(String numberOrFile) {
    try {
      return number(numberOrFile).isPresent()
          ? Optional.empty()
          : Optional.of(Path.of(numberOrFile));
    } catch (InvalidPathException e) {
      throw Failure.badInput(
          "--pulses %s: it is neither a number nor the path of a file".formatted(numberOrFile));
    }
  }

  private static Optional<Double> number(String text) {
    try {
      return Optional.of(Double.valueOf(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Pulses uniform(double count) {
    if (!Double.isFinite(count)) {
      throw Failure.usage("--pulses must be a finite number or a file, was " + count);
    }
    return Pulses.uniform(count);
  }

  private static NpyHeader header(Path path) throws IOException {
    try (NpyFile npy = NpyFile.open(path)) {
      return npy.header();
    }
  }

  private static void requireShape(InputFile file, NpyHeader header, Crossbar conductances) {
    if (header.rows() != conductances.rows() || header.cols() != conductances.cols()) {
      throw file.wrong(
          "it has %d x %d counts; expected one for each conductance, %d x %d"
              .formatted(header.rows(), header.cols(), conductances.rows(), conductances.cols()));
    }
  }

  private static Pulses bytes(Path path) throws IOException {
    try (NpyFile npy = NpyFile.open(path)) {
      NpyHeader header = npy.header();
      byte[] counts = new byte[Math.toIntExact(header.rows() * header.cols())];
      npy.read((index, count) -> counts[(int) index] = (byte) count);
      return Pulses.int8(counts, header.rows(), header.cols());
    }
  }

  private static PulsesInput floats(InputFile file, String description) {
    MatrixFile counts = MatrixFile.read(file);
    Pulses pulses = Pulses.float32(counts.values());
    counts.requireFinite(pulses.notFinite());
    return new PulsesInput(pulses, description, counts::close);
  }

  @Override
  public void close() {
    memory.run();
  }
}
