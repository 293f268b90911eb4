package io.github.remanence.bench.peer;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CppCompilerTest {

  @Test
  void missingCompilerIsNamedWithWhatToInstall() {
    assertThatIllegalStateException()
        .isThrownBy(() -> new CppCompiler("no-such-compiler -O2").compile("closed_form.cpp"))
        .withMessageStartingWith("no C++ compiler 'no-such-compiler': install g++")
        .withMessageContaining("-p compiler=");
  }

  @Test
  void whatAFailingCompilerSaysIsShown() {
    // Any command will do that is certainly there and is no compiler.
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    assertThatIllegalStateException()
        .isThrownBy(() -> new CppCompiler(java.toString()).compile("closed_form.cpp"))
        .withMessageStartingWith("the C++ loops need a compiler that knows OpenMP, such as g++")
        .withMessageContaining(java + " -std=c++17 -O3")
        .withMessageContaining("Unrecognized option: -std=c++17");
  }
}
