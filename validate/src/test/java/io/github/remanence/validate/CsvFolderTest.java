package io.github.remanence.validate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.remanence.validate.Table.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvFolderTest {

  private static final List<String> AWKWARD =
      List.of("plain", "a, b", "say \"n\"", "two\nlines", "\r", "", " kept ", "é", "\"");

  @TempDir Path folder;

  private static Table table(String name) {
    List<String> columns = Stream.concat(AWKWARD.stream(), Stream.of("share")).toList();
    return new Table(name, "Title", Bound.UPDATE, columns, List.of(Row.of(AWKWARD, 0.1 + 0.2)));
  }

  private static ValidationReport report(String... names) {
    return new ValidationReport(
        new Machine("a cpu", 3, "an os", "a jdk", 5L << 20),
        List.of("scalar", "vector: missing, because"),
        Instant.EPOCH,
        Stream.of(names).map(CsvFolderTest::table).toList());
  }

  private List<List<String>> read(String name) throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setCommentMarker('#').get();
    try (CSVParser parser = CSVParser.parse(folder.resolve(name), UTF_8, format)) {
      return parser.stream().map(CSVRecord::toList).toList();
    }
  }

  private List<String> namesInFolder() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void whatIsWrittenIsReadBackByAnotherProgram() throws IOException {
    CsvFolder.write(folder, report("one"), "command");
    List<String> header = Stream.concat(AWKWARD.stream(), Stream.of("share")).toList();
    List<String> row = Stream.concat(AWKWARD.stream(), Stream.of("0.30000000000000004")).toList();
    assertThat(read("one.csv")).containsExactly(header, row);
  }

  @Test
  void everyFileSaysWhereItsNumbersCameFrom() throws IOException {
    CsvFolder.write(folder, report("one"), "remanence validate");
    assertThat(Files.readAllLines(folder.resolve("one.csv")))
        .contains(
            "# title: Title",
            "# bound: 1.5 ulp of the stored value + 4e-7 of the exact step",
            "# worst share: 0.30000000000000004, must be at most 1",
            "# cpu: a cpu, 3 cores",
            "# memory: 5 MiB",
            "# os: an os",
            "# jdk: a jdk",
            "# backends: scalar; vector: missing, because",
            "# date: 1970-01-01T00:00:00Z",
            "# command: remanence validate");
  }

  @Test
  void aCommandOfSeveralLinesStaysInTheHeader() throws IOException {
    CsvFolder.write(folder, report("one"), "first\nsecond\r\nthird");
    assertThat(Files.readAllLines(folder.resolve("one.csv")))
        .contains("# command: first second third");
    assertThat(read("one.csv")).hasSize(2);
  }

  @Test
  void aMissingFolderIsMadeAndNothingButTheTablesStandsInIt() throws IOException {
    folder = folder.resolve("new/results");
    assertThat(CsvFolder.write(folder, report("one", "two"), ""))
        .containsExactly(folder.resolve("one.csv"), folder.resolve("two.csv"));
    assertThat(namesInFolder()).containsExactly("one.csv", "two.csv");
  }

  @Test
  void oldFilesOfTheSameNameAreReplaced() throws IOException {
    Files.writeString(folder.resolve("one.csv"), "old");
    CsvFolder.write(folder, report("one"), "");
    assertThat(read("one.csv")).hasSize(2);
  }

  @Test
  void aFailureLeavesNoPartOfAFile() throws IOException {
    Files.writeString(folder.resolve("one.csv"), "old");
    // A table whose file cannot be written: its name leads into a folder that is not there.
    assertThatThrownBy(() -> CsvFolder.write(folder, report("one", "missing/two"), ""))
        .isInstanceOf(Exception.class);
    assertThat(namesInFolder()).containsExactly("one.csv");
    assertThat(folder.resolve("one.csv")).hasContent("old");
  }
}
