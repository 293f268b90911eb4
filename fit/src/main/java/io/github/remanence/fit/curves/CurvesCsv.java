package io.github.remanence.fit.curves;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads measured curves as spreadsheets write them: a header, then a row for each value.
 *
 * <pre>
 * field [T],polarity,pulse,value [S],device,cycle
 * 0,depression,0,2.31e-6,A,1
 * </pre>
 *
 * <p>The columns come in any order, {@code device} and {@code cycle} (or {@code repeat}) may be
 * missing. Commas, semicolons or tabs separate; where semicolons or tabs do, numbers may have
 * decimal commas, as Excel writes them in many countries. Polarities are {@code potentiation} and
 * {@code depression}, or {@code LTP} and {@code LTD}, {@code p} and {@code d}, {@code +} and {@code
 * -}, {@code 1} and {@code -1}. Empty rows, quotes, a byte order mark and Excel's {@code sep=} are
 * understood.
 */
public final class CurvesCsv {

  private static final String SEPARATOR_LINE = "sep=";

  private record Train(double field, Polarity polarity, String device, String cycle) {}

  private record Row(long line, double value) {}

  private final CurvesHeader header;
  private final CurvesNumbers numbers;
  private final List<String> problems = new ArrayList<>();
  private final Map<Train, TreeMap<Double, Row>> trains = new LinkedHashMap<>();

  private CurvesCsv(CurvesHeader header, char separator) {
    this.header = header;
    this.numbers = new CurvesNumbers(separator);
  }

  /**
   * Reads the text of a file.
   *
   * @throws BadCurvesException if it is no such file, or rows of it are wrong: each is named by its
   *     line
   */
  public static Measurements read(String text) throws BadCurvesException {
    String withoutMark = text.startsWith("\uFEFF") ? text.substring(1) : text;
    boolean saysSeparator = withoutMark.regionMatches(true, 0, SEPARATOR_LINE, 0, 4);
    int end = saysSeparator ? endOfLine(withoutMark) : 0;
    String table = withoutMark.substring(end);
    char separator = saysSeparator && end > 4 ? withoutMark.charAt(4) : separatorIn(table);
    return read(table, separator, saysSeparator ? 1 : 0);
  }

  private static Measurements read(String table, char separator, int linesBefore)
      throws BadCurvesException {
    CSVFormat format =
        CSVFormat.Builder.create()
            .setDelimiter(separator)
            .setTrim(true)
            .setIgnoreEmptyLines(true)
            .get();
    long line = linesBefore;
    try (CSVParser parser = CSVParser.parse(table, format)) {
      CurvesCsv rows = null;
      for (CSVRecord row : parser) {
        line = linesBefore + parser.getCurrentLineNumber();
        if (row.stream().allMatch(String::isBlank)) {
          continue; // what a spreadsheet leaves of rows that were emptied
        }
        if (rows == null) {
          rows = new CurvesCsv(CurvesHeader.of(row.toList(), line), separator);
        } else {
          rows.add(row, line);
        }
      }
      if (rows == null) {
        throw new BadCurvesException("it is empty; expected " + CurvesHeader.EXPECTED);
      }
      return rows.measurements();
    } catch (IOException | UncheckedIOException e) {
      throw new BadCurvesException(
          "after line %d: the quotes do not match (%s)".formatted(line, e.getMessage()));
    }
  }

  private static int endOfLine(String text) {
    int end = text.indexOf('\n');
    return end < 0 ? text.length() : end + 1;
  }

  /** The one of three that the header has most of. */
  private static char separatorIn(String table) {
    String first = table.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    char best = ',';
    for (char candidate : new char[] {';', '\t'}) {
      best = count(first, candidate) > count(first, best) ? candidate : best;
    }
    return best;
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(c -> c == wanted).count();
  }

  private void add(CSVRecord row, long line) {
    try {
      if (row.size() > header.columns()
          && row.stream().skip(header.columns()).anyMatch(cell -> !cell.isBlank())) {
        throw new IllegalArgumentException(
            "it has %d cells, the header has %d".formatted(row.size(), header.columns()));
      }
      double field = numbers.read("field", header.field(row), line);
      Polarity polarity = polarity(header.polarity(row));
      double pulses = pulses(numbers.read("pulse", header.pulse(row), line));
      double value = value(numbers.read("value", header.value(row), line));
      Train train = new Train(field + 0.0, polarity, header.device(row), header.cycle(row));
      add(train, pulses, new Row(line, value));
    } catch (IllegalArgumentException e) {
      problems.add("line %d: %s".formatted(line, e.getMessage()));
    }
  }

  private void add(Train train, double pulses, Row row) {
    Row before = trains.computeIfAbsent(train, t -> new TreeMap<>()).putIfAbsent(pulses, row);
    if (before != null) {
      throw new IllegalArgumentException(
          "the same train has a value for pulse %s in line %d; number devices in a column 'device', repeats in a column 'cycle'"
              .formatted(pulses, before.line()));
    }
  }

  private static Polarity polarity(String name) {
    return Polarity.named(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "polarity '%s' is neither potentiation nor depression".formatted(name)));
  }

  private static double pulses(double pulses) {
    if (!(pulses >= 0 && pulses <= 1e9)) {
      throw new IllegalArgumentException(
          "pulse %s is not in [0, 1e9]; count the pulses of each train from its start"
              .formatted(pulses));
    }
    return pulses + 0.0;
  }

  private static double value(double value) {
    if (!(Math.abs(value) <= 0x1p60)) {
      throw new IllegalArgumentException("value %s is above 2^60".formatted(value));
    }
    return value;
  }

  private Measurements measurements() throws BadCurvesException {
    if (!problems.isEmpty()) {
      throw new BadCurvesException(problems);
    }
    if (trains.isEmpty()) {
      throw new BadCurvesException("it has a header and no values");
    }
    List<MeasuredCurve> curves = new ArrayList<>();
    trains.forEach((train, rows) -> curves.add(curve(train, rows)));
    return new Measurements(header.fieldUnit(), header.valueUnit(), curves);
  }

  private static MeasuredCurve curve(Train train, Map<Double, Row> rows) {
    List<MeasuredCurve.Point> points = new ArrayList<>();
    rows.forEach((pulses, row) -> points.add(new MeasuredCurve.Point(pulses, row.value())));
    return new MeasuredCurve(
        train.field(), train.polarity(), train.device(), train.cycle(), points);
  }
}
