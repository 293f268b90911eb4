package io.github.remanence.validate;

import io.github.remanence.validate.Table.Row;
import java.util.List;
import java.util.stream.Stream;

/** Counts devices whose bits are not what they must be, for one row of a table. */
final class Tally {

  private static final List<String> COLUMNS = List.of("devices", "differing", "share");

  private long devices;
  private long differing;

  /** Compares one device. NaN equals NaN: only its payload is not promised. */
  void add(float actual, float expected) {
    devices++;
    differing += Float.floatToIntBits(actual) == Float.floatToIntBits(expected) ? 0 : 1;
  }

  Row row(Object... labels) {
    List<Object> cells =
        Stream.concat(Stream.of(labels), Stream.<Object>of(devices, differing)).toList();
    return Row.of(cells, devices == 0 ? Double.NaN : Bound.share((double) differing, 0));
  }

  static Table table(String name, String title, Bound bound, List<String> labels, List<Row> rows) {
    return new Table(
        name, title, bound, Stream.concat(labels.stream(), COLUMNS.stream()).toList(), rows);
  }
}
