package io.github.remanence.cli.npy;

import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a {@code .npy} file says it holds: a vector or a matrix. A vector of n is a matrix of 1 x n.
 *
 * @param type the type of the values
 * @param byteOrder the order of their bytes
 * @param fortranOrder true if column comes after column, false if row comes after row
 * @param shape one or two dimensions, none negative
 */
public record NpyHeader(
    ElementType type, ByteOrder byteOrder, boolean fortranOrder, List<Long> shape) {

  /** Copies the shape. */
  public NpyHeader {
    shape = List.copyOf(shape);
  }

  static NpyHeader parse(String text) throws NpyException {
    HeaderText.Entries entries = HeaderText.parse(text);
    String descr = entries.descr();
    requireShape(entries.shape());
    return new NpyHeader(type(descr), byteOrder(descr), entries.fortranOrder(), entries.shape());
  }

  /**
   * A type is a byte order, then a code: {@code <f4}. A single byte needs no order: {@code |i1}.
   */
  private static ElementType type(String descr) throws NpyException {
    if (descr.startsWith("|O")) {
      throw new NpyException("it holds Python objects, which are never loaded; expected numbers");
    }
    ElementType type = ElementType.of(descr.isEmpty() ? "" : descr.substring(1));
    String orders = type.bytes() == 1 ? "<>|" : "<>";
    if (!orders.contains(descr.substring(0, 1))) {
      throw new NpyException(
          "it holds values of type %s; expected a byte order, < or >, before the type"
              .formatted(Quoted.of(descr)));
    }
    return type;
  }

  private static ByteOrder byteOrder(String descr) {
    return descr.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
  }

  private static void requireShape(List<Long> shape) throws NpyException {
    if (shape.isEmpty() || shape.size() > 2) {
      throw new NpyException(
          "it holds an array of %d dimensions%s; expected a matrix or a vector"
              .formatted(
                  shape.size(), shape.isEmpty() || shape.size() > 8 ? "" : ", " + text(shape)));
    }
    for (long size : shape) {
      if (size < 0) {
        throw new NpyException("its header has a negative dimension, in " + text(shape));
      }
    }
  }

  /** The number of rows; 1 for a vector. */
  public long rows() {
    return shape.size() == 1 ? 1 : shape.getFirst();
  }

  /** The number of columns; the length of a vector. */
  public long cols() {
    return shape.getLast();
  }

  /** Bytes of data that must follow the header. */
  long dataBytes() throws NpyException {
    try {
      return Math.multiplyExact(Math.multiplyExact(rows(), cols()), type.bytes());
    } catch (ArithmeticException e) {
      throw new NpyException("its header has a shape beyond any memory, " + shapeText());
    }
  }

  /** The shape as people write it, 3 x 4. */
  String shapeText() {
    return text(shape);
  }

  /** For people: 3 x 4 of float64 in Fortran order. */
  @Override
  public String toString() {
    return "%s of %s in %s order".formatted(shapeText(), type, fortranOrder ? "Fortran" : "C");
  }

  private static String text(List<Long> shape) {
    return shape.stream().map(String::valueOf).collect(Collectors.joining(" x "));
  }
}
