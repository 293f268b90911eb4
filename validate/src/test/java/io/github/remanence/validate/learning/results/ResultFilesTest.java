package io.github.remanence.validate.learning.results;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.remanence.validate.learning.training.EpochResult;
import io.github.remanence.validate.learning.training.Outcome;
import io.github.remanence.validate.learning.training.Trial;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFilesTest {

  private static final List<Outcome> OUTCOMES =
      List.of(
          outcome(1000, 1, 1, 0.9612, Optional.of(0.95)),
          outcome(1000, 1, 2, 0.9632, Optional.of(0.94)),
          outcome(1000, 1, 3, 0.9622, Optional.of(0.96)),
          outcome(1000, 0, 1, 0.9, Optional.empty()),
          outcome(500, 0, 1, 0.8, Optional.empty()));

  @TempDir private Path folder;

  private static Outcome outcome(
      double rate, double field, long seed, double accuracy, Optional<Double> removed) {
    List<EpochResult> epochs =
        List.of(
            new EpochResult(2.5, 0.5, 1, 0.5, 0.1, 0.1),
            new EpochResult(0.5, accuracy, 2, 1, 0.25, 0.5));
    return new Outcome(
        new Trial(rate, field, seed),
        epochs,
        List.of(),
        Optional.of(new Outcome.End(List.of(), removed)));
  }

  @Test
  void accuraciesAreMeansAndStandardDeviationsOverTheSeeds() throws IOException {
    ResultFiles.write(folder, List.of("a header", "of two\nlines"), OUTCOMES);
    assertThat(Files.readString(folder.resolve("accuracy.csv")))
        .startsWith("# a header\n# of two lines\nfield,reading,rate,seeds,");
    assertThat(rows("accuracy.csv"))
        .containsExactly(
            List.of("0.0", "learned", "500.0", "1", "80.000", ""),
            List.of("0.0", "learned", "1000.0", "1", "90.000", ""),
            List.of("1.0", "learned", "1000.0", "3", "96.220", "0.100"),
            List.of("1.0", "field removed", "1000.0", "3", "95.000", "1.000"));
  }

  @Test
  void everyEpochHasItsLossAndItsTimes() throws IOException {
    ResultFiles.write(folder, List.of(), OUTCOMES);
    assertThat(rows("epochs.csv"))
        .hasSize(10)
        .contains(List.of("1.0", "1000.0", "2", "2", "0.5", "96.32"));
    assertThat(rows("times.csv"))
        .hasSize(10)
        .contains(List.of("0.0", "500.0", "1", "2", "2.000", "1.000", "0.250", "0.500", "0.250"));
  }

  private List<List<String>> rows(String file) throws IOException {
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setCommentMarker('#')
            .setHeader()
            .setSkipHeaderRecord(true)
            .get();
    try (Reader reader = Files.newBufferedReader(folder.resolve(file))) {
      return format.parse(reader).getRecords().stream().map(CSVRecord::toList).toList();
    }
  }
}
