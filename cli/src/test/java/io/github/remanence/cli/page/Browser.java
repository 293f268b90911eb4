package io.github.remanence.cli.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

  private static final Duration ONE_MINUTE = Duration.ofMinutes(1);

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");

  /** Once the page is there, opens what is folded up. */
  private static final String OPENED =
      """
      new Promise(loaded => document.readyState === 'complete' ? loaded() : addEventListener('load', loaded))
        .then(() => document.querySelectorAll('details').forEach(folded => { folded.open = true; }))\
      """;

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
    Process process =
        new ProcessBuilder(
                command(
                    html.toUri(),
                    "--enable-logging=stderr",
                    "--virtual-time-budget=5000",
                    "--dump-dom"))
            .redirectOutput(dom.toFile())
            .redirectError(log.toFile())
            .start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("the browser ends").isTrue();
    return new Shown(Files.readString(dom), Files.readString(log));
  }

  /** What a screen reader is given of the page, from its root, with all of it opened. */
  public AccessibleNode accessible(String page) throws IOException, InterruptedException {
    Path html = Files.writeString(folder.resolve("page.html"), page);
    DevTools.forget(profile());
    Process process =
        new ProcessBuilder(command(URI.create("about:blank"), "--remote-debugging-port=0"))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (DevTools tools = DevTools.of(profile())) {
      tools.call("Page.navigate", Map.of("url", html.toUri().toString()));
      tools.call("Runtime.evaluate", Map.of("expression", OPENED, "awaitPromise", true));
      return AccessibleNode.of(tools.call("Accessibility.getFullAXTree", Map.of()).get("nodes"));
    } finally {
      end(process);
    }
  }

  /** With its helpers, which write to the profile after it has ended. */
  private static void end(Process browser) throws InterruptedException {
    List<ProcessHandle> helpers = browser.descendants().toList();
    browser.destroy();
    assertThat(browser.waitFor(1, TimeUnit.MINUTES)).as("the browser ends").isTrue();
    for (ProcessHandle helper : helpers) {
      assertThat(helper.onExit()).as("a helper of the browser ends").succeedsWithin(ONE_MINUTE);
    }
  }

  private List<String> command(URI page, String... options) {
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
            "--user-data-dir=" + profile(),
            "--window-size=390,844"));
    command.addAll(List.of(options));
    command.add(page.toString());
    return command;
  }

  private Path profile() {
    return folder.resolve("profile");
  }
}
