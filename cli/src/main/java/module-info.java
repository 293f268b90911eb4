/** The command line. */
module io.github.remanence.cli {
  requires info.picocli;
  requires java.management;
  requires io.github.remanence.bench;
  requires io.github.remanence.fit;
  requires io.github.remanence.kernel;
  requires io.github.remanence.validate;
  requires me.tongfei.progressbar;
  requires tools.jackson.databind;
  requires static org.jspecify;

  opens io.github.remanence.cli to
      info.picocli,
      tools.jackson.databind;
  opens io.github.remanence.cli.bench to
      tools.jackson.databind;
  opens io.github.remanence.cli.console to
      info.picocli;
  opens io.github.remanence.cli.learning to
      info.picocli,
      tools.jackson.databind;
  opens io.github.remanence.cli.report to
      tools.jackson.databind;
}
