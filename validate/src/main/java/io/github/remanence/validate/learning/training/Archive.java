package io.github.remanence.validate.learning.training;

import io.github.remanence.validate.file.WholeFile;
import io.github.remanence.validate.learning.network.Network;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * A folder in which every trial has a file: how far it has come, and until its end the network as
 * it is. Each is written whole or not at all; so whenever the program is ended, the next one goes
 * on with the last epoch that was finished, and with more trials than before if more are asked for.
 */
public final class Archive {

  private static final String SETTINGS = "settings.txt";
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final long MAGIC = 0x52454d414e454e31L; // "REMANEN1"

  private final Path folder;

  private Archive(Path folder) {
    this.folder = folder;
  }

  /**
   * The archive in a folder, which is made if it is missing.
   *
   * @param settings everything that decides the results, a line each
   * @throws IOException if the folder cannot be used, or holds trials with other settings
   */
  public static Archive in(Path folder, List<String> settings) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve(SETTINGS);
    if (Files.exists(file)) {
      requireSame(folder, Files.readAllLines(file), settings);
      deleteUnfinished(folder);
    } else {
      WholeFile.write(file, String.join("\n", settings) + "\n");
    }
    return new Archive(folder);
  }

  private static void requireSame(Path folder, List<String> found, List<String> settings)
      throws IOException {
    for (int i = 0; i < Math.max(found.size(), settings.size()); i++) {
      String there = i < found.size() ? found.get(i) : "nothing";
      String here = i < settings.size() ? settings.get(i) : "nothing";
      if (!there.equals(here)) {
        throw new IOException(
            "%s holds results with other settings, there '%s', here '%s'; name another folder"
                .formatted(folder, there, here));
      }
    }
  }

  /** What a program that was ended had begun to write. */
  private static void deleteUnfinished(Path folder) throws IOException {
    try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, ".*.part")) {
      for (Path part : parts) {
        Files.deleteIfExists(part);
      }
    }
  }

  /** A trial from the archive, if it is there. */
  Optional<Outcome> outcome(Trial trial) throws IOException {
    return Files.exists(file(trial)) ? Optional.of(read(trial, in -> {})) : Optional.empty();
  }

  /** The network of a trial that has not ended, into one of the same shape. */
  void restore(Trial trial, Network network) throws IOException {
    read(trial, network::read);
  }

  /** Keeps a trial: with its network until it ends. */
  void keep(Outcome outcome, Network network) throws IOException {
    WholeFile.write(
        file(outcome.trial()),
        stream -> {
          CheckedOutputStream checked = new CheckedOutputStream(stream, new CRC32());
          DataOutputStream out = new DataOutputStream(checked);
          out.writeLong(MAGIC);
          byte[] json = MAPPER.writeValueAsBytes(outcome);
          out.writeInt(json.length);
          out.write(json);
          if (outcome.end().isEmpty()) {
            network.write(out);
          }
          out.writeLong(checked.getChecksum().getValue());
        });
  }

  /** Reads what follows an outcome. */
  @FunctionalInterface
  private interface Rest {
    void read(DataInputStream in) throws IOException;
  }

  private Outcome read(Trial trial, Rest rest) throws IOException {
    Path file = file(trial);
    requireWhole(file);
    try (DataInputStream in = open(Files.newInputStream(file))) {
      in.readLong();
      Outcome outcome = MAPPER.readValue(in.readNBytes(in.readInt()), Outcome.class);
      rest.read(in);
      return outcome;
    }
  }

  private static DataInputStream open(InputStream stream) {
    return new DataInputStream(new BufferedInputStream(stream, 1 << 16));
  }

  /** Before anything in it is believed. */
  private static void requireWhole(Path file) throws IOException {
    long content = Files.size(file) - Long.BYTES;
    try (CheckedInputStream checked =
            new CheckedInputStream(
                new BufferedInputStream(Files.newInputStream(file)), new CRC32());
        DataInputStream in = new DataInputStream(checked)) {
      if (content < Long.BYTES || in.readLong() != MAGIC) {
        throw damaged(file);
      }
      in.skipNBytes(content - Long.BYTES);
      long expected = checked.getChecksum().getValue();
      if (in.readLong() != expected) {
        throw damaged(file);
      }
    }
  }

  private static IOException damaged(Path file) {
    return new IOException("%s is damaged; delete it to begin its trial again".formatted(file));
  }

  private Path file(Trial trial) {
    return folder.resolve(trial.name() + ".trial");
  }
}
