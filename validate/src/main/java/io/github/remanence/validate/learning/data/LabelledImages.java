package io.github.remanence.validate.learning.data;

/**
 * Images of one of ten kinds each, as the network takes them: {@value #SIDE} x {@value #SIDE}
 * pixels in [0, 1], smaller images in the middle of zeros, row after row and image after image.
 *
 * @param pixels {@link #PIXELS} for each image
 * @param labels the kind of each image, from 0 to 9
 */
@SuppressWarnings("ArrayRecordComponent") // Millions of pixels, to be used where they are.
public record LabelledImages(float[] pixels, byte[] labels) {

  /** Rows and columns of an image. */
  public static final int SIDE = 32;

  /** Pixels of an image. */
  public static final int PIXELS = SIDE * SIDE;

  /** Kinds of images. */
  public static final int KINDS = 10;

  /** Checks that there are as many labels as images, and that there are such kinds. */
  public LabelledImages {
    if ((long) labels.length * PIXELS != pixels.length) {
      throw new IllegalArgumentException(
          "there are %d labels for %d images".formatted(labels.length, pixels.length / PIXELS));
    }
    for (byte label : labels) {
      if (label < 0 || label >= KINDS) {
        throw new IllegalArgumentException(
            "labels are from 0 to %d, found %d".formatted(KINDS - 1, label & 0xff));
      }
    }
  }

  /** From the two files, a byte a pixel. */
  static LabelledImages of(IdxFile images, IdxFile labels) {
    int count = images.dimensions()[0];
    int rows = images.dimensions()[1];
    int cols = images.dimensions()[2];
    if (rows > SIDE || cols > SIDE || count > Integer.MAX_VALUE / PIXELS) {
      throw new IllegalArgumentException(
          "expected up to %d images of up to %d x %d pixels, there are %d of %d x %d"
              .formatted(Integer.MAX_VALUE / PIXELS, SIDE, SIDE, count, rows, cols));
    }
    float[] pixels = new float[count * PIXELS];
    for (int i = 0; i < count * rows; i++) {
      int row = (SIDE - rows) / 2 + i % rows;
      int to = (i / rows * SIDE + row) * SIDE + (SIDE - cols) / 2;
      for (int col = 0; col < cols; col++) {
        pixels[to + col] = (images.values()[i * cols + col] & 0xff) / 255f;
      }
    }
    return new LabelledImages(pixels, labels.values());
  }

  /** The number of images. */
  public int count() {
    return labels.length;
  }
}
