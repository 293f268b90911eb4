package io.github.remanence.cli.npy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The types of number that are read. */
public enum ElementType {
  /** A signed byte. */
  INT8("i1", Byte.BYTES) {
    @Override
    double next(ByteBuffer data) {
      return data.get();
    }
  },
  /** A signed integer of 2 bytes. */
  INT16("i2", Short.BYTES) {
    @Override
    double next(ByteBuffer data) {
      return data.getShort();
    }
  },
  /** A signed integer of 4 bytes. */
  INT32("i4", Integer.BYTES) {
    @Override
    double next(ByteBuffer data) {
      return data.getInt();
    }
  },
  /** A signed integer of 8 bytes. */
  INT64("i8", Long.BYTES) {
    @Override
    double next(ByteBuffer data) {
      return data.getLong();
    }
  },
  /** A float of 4 bytes. */
  FLOAT32("f4", Float.BYTES) {
    @Override
    double next(ByteBuffer data) {
      return data.getFloat();
    }
  },
  /** A float of 8 bytes. */
  FLOAT64("f8", Double.BYTES) {
    @Override
    double next(ByteBuffer data) {
      return data.getDouble();
    }
  };

  private final String code;
  private final int bytes;

  ElementType(String code, int bytes) {
    this.code = code;
    this.bytes = bytes;
  }

  /** The next value of the data, in the buffer's byte order. */
  abstract double next(ByteBuffer data);

  int bytes() {
    return bytes;
  }

  /** True for float32 and float64. */
  public boolean isFloatingPoint() {
    return this == FLOAT32 || this == FLOAT64;
  }

  /** The type with NumPy's code, which is the type string without its byte order. */
  static ElementType of(String code) throws NpyException {
    for (ElementType type : values()) {
      if (type.code.equals(code)) {
        return type;
      }
    }
    throw new NpyException(
        "it holds values of NumPy type %s; expected one of %s: convert it with a.astype(...)"
            .formatted(Quoted.of(code), all()));
  }

  private static String all() {
    return Arrays.stream(values()).map(ElementType::toString).collect(Collectors.joining(", "));
  }

  /** NumPy's name of the type. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
