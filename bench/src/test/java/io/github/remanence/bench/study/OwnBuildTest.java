package io.github.remanence.bench.study;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.RunnerException;

class OwnBuildTest {

  @Test
  void whatWentWrongIsSaidWithItsCause() {
    RunnerException failed =
        new RunnerException("ERROR: Profilers failed.", new IllegalStateException("no perf here"));
    assertThat(OwnBuild.message(failed)).isEqualTo("Profilers failed. no perf here");
  }
}
