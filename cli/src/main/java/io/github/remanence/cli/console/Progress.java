package io.github.remanence.cli.console;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** How far a long task has come. */
public final class Progress implements AutoCloseable {

  /**
   * Fixed, so that the library does not open the terminal itself, which takes native code and
   * prints warnings.
   */
  private static final int LINE_LENGTH = 79;

  private final @Nullable ProgressBar bar;

  private Progress(@Nullable ProgressBar bar) {
    this.bar = bar;
  }

  static Progress silent() {
    return new Progress(null);
  }

  static Progress bar(String task, long steps) {
    return new Progress(
        new ProgressBarBuilder()
            .setTaskName(task)
            .setInitialMax(steps)
            .setStyle(ProgressBarStyle.ASCII)
            .setConsumer(new ConsoleProgressBarConsumer(System.err, LINE_LENGTH))
            .clearDisplayOnFinish()
            .build());
  }

  /** One step further; the label says which. */
  public void step(String label) {
    if (bar != null) {
      bar.step().setExtraMessage(label);
    }
  }

  /** So many steps of so many are done; the label says which is next. */
  public void to(long done, long total, String label) {
    if (bar != null) {
      bar.maxHint(total).stepTo(done).setExtraMessage(label);
    }
  }

  /** Takes the bar away. */
  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
