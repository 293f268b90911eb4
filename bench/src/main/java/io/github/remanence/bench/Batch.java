package io.github.remanence.bench;

/** Vectors whose outer products are summed, with values from -1 to 1. */
final class Batch {

  /** Fewer pulses than this do nothing. */
  static final double DEAD_ZONE = 0.1;

  private static final double PULSES = 7;

  private final int size;
  private final Shape shape;
  private final float[] rowFactors;
  private final float[] colFactors;

  /**
   * Draws them.
   *
   * @param size how many there are for the rows, and for the columns
   * @param shape of the crossbar
   */
  Batch(int size, Shape shape) {
    Drawn drawn = new Drawn();
    this.size = size;
    this.shape = shape;
    this.rowFactors = drawn.evenly(-1, 1, shape.rows() * size);
    this.colFactors = drawn.evenly(-1, 1, shape.cols() * size);
  }

  int size() {
    return size;
  }

  Shape shape() {
    return shape;
  }

  /** A value for each row, vector after vector. */
  float[] rowFactors() {
    return rowFactors;
  }

  /** A value for each column, vector after vector. */
  float[] colFactors() {
    return colFactors;
  }

  /** Pulses for a sum of 1, so that devices get as many pulses however many vectors there are. */
  double rate() {
    return PULSES / Math.sqrt(size);
  }

  /** What has to be read of the vectors. */
  long bytes() {
    return Float.BYTES * ((long) rowFactors.length + colFactors.length);
  }
}
