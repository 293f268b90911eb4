package io.github.remanence.cli.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Shows a page in Chromium. Where there is none, the test is skipped, and reported as skipped.
 *
 * @param program of the browser
 * @param folder for its files
 */
public record Browser(Path program, Path folder) {

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");

  /** The one on the path. */
  public static Browser find(Path folder) {
    Optional<Path> found =
        Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
            .flatMap(place -> NAMES.stream().map(name -> Path.of(place, name)))
            .filter(Files::isExecutable)
            .findFirst();
    assumeTrue(found.isPresent(), "no chromium on the PATH, so the page was not shown");
    return new Browser(found.orElseThrow(), folder);
  }

  /**
   * What came of it.
   *
   * @param dom the document after its scripts have run
   * @param complaints what the browser had to say
   */
  public record Shown(String dom, String complaints) {}

  /** Shows a page, on a screen as small as a phone's. */
  public Shown show(String page) throws IOException, InterruptedException {
    Path html = Files.writeString(folder.resolve("page.html"), page);
    Path dom = folder.resolve("dom");
    Path log = folder.resolve("log");
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(
        List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--user-data-dir=" + folder.resolve("profile"),
            "--window-size=390,844",
            "--enable-logging=stderr",
            "--virtual-time-budget=5000",
            "--dump-dom",
            html.toUri().toString()));
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(dom.toFile())
            .redirectError(log.toFile())
            .start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("the browser ends").isTrue();
    return new Shown(Files.readString(dom), Files.readString(log));
  }
}
