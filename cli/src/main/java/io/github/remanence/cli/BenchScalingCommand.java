package io.github.remanence.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Later. */
@Command(name = "scaling")
final class BenchScalingCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    return 0;
  }
}
