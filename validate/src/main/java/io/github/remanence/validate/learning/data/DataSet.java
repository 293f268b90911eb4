package io.github.remanence.validate.learning.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a network learns from, and what it is tested on. In floats: 300 MB for MNIST.
 *
 * @param train images to learn from, in the order of the file
 * @param test images it never learns from
 * @param fingerprint MD5 of all pixels and labels as the files have them, in hex
 */
public record DataSet(LabelledImages train, LabelledImages test, String fingerprint) {

  /** The files of MNIST, and of what follows its form, such as Fashion-MNIST. */
  static final String TRAIN_IMAGES = "train-images-idx3-ubyte";

  static final String TRAIN_LABELS = "train-labels-idx1-ubyte";
  static final String TEST_IMAGES = "t10k-images-idx3-ubyte";
  static final String TEST_LABELS = "t10k-labels-idx1-ubyte";

  /**
   * Reads the four files of a folder, each plain or with {@code .gz} at the end of its name.
   *
   * @throws IOException if one is missing or is not what it should be; the message names it
   */
  public static DataSet read(Path folder) throws IOException {
    IdxFile trainImages = idx(folder, TRAIN_IMAGES, 3);
    IdxFile trainLabels = idx(folder, TRAIN_LABELS, 1);
    IdxFile testImages = idx(folder, TEST_IMAGES, 3);
    IdxFile testLabels = idx(folder, TEST_LABELS, 1);
    return new DataSet(
        images(folder, trainImages, trainLabels),
        images(folder, testImages, testLabels),
        md5(trainImages.values(), trainLabels.values(), testImages.values(), testLabels.values()));
  }

  private static LabelledImages images(Path folder, IdxFile images, IdxFile labels)
      throws IOException {
    try {
      return LabelledImages.of(images, labels);
    } catch (IllegalArgumentException e) {
      throw new IOException("%s: %s".formatted(folder, e.getMessage()), e);
    }
  }

  private static IdxFile idx(Path folder, String name, int dimensions) throws IOException {
    Path plain = folder.resolve(name);
    Path compressed = folder.resolve(name + ".gz");
    if (Files.exists(plain)) {
      return IdxFile.read(plain, dimensions);
    }
    if (Files.exists(compressed)) {
      return IdxFile.read(compressed, dimensions);
    }
    throw new IOException("%s: it has no file %s, plain or with .gz".formatted(folder, name));
  }

  static String md5(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("MD5");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has MD5", e);
    }
  }
}
