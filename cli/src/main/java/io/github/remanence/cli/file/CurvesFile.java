package io.github.remanence.cli.file;

import io.github.remanence.fit.curves.BadCurvesException;
import io.github.remanence.fit.curves.CurvesCsv;
import io.github.remanence.fit.curves.Measurements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of measured curves, to be read. */
public final class CurvesFile {

  /** A million rows of some 60 characters. */
  private static final long MOST_BYTES = 1 << 26;

  private CurvesFile() {}

  /** The curves in the file; every row that is wrong is named. */
  public static Measurements read(Path path) {
    InputFile file = new InputFile("curves", path);
    String text = file.read(CurvesFile::text);
    try {
      return CurvesCsv.read(text);
    } catch (BadCurvesException e) {
      throw file.wrong(String.valueOf(e.getMessage()));
    }
  }

  private static String text(Path path) throws IOException {
    long bytes = Files.size(path);
    if (bytes > MOST_BYTES) {
      throw new IOException(
          "it has %d bytes; expected curves, at most %d".formatted(bytes, MOST_BYTES));
    }
    return Files.readString(path);
  }
}
