/**
 * Field-tunable conductance updates of large crossbars: what a simulator embeds.
 *
 * <p>Start with {@link io.github.remanence.kernel}. The packages of the backends are not exported;
 * {@link io.github.remanence.kernel.Backend} names them.
 */
// validate is compiled after the module that exports to it; Aparapi has no module descriptor
@SuppressWarnings({"module", "requires-automatic"})
module io.github.remanence.kernel {
  requires jdk.incubator.vector;
  requires jdk.management;
  // Only the JSON package needs Jackson; a program that does not read device files runs without it.
  requires static tools.jackson.databind;
  requires static com.fasterxml.jackson.annotation;
  requires static org.jspecify;
  // One of the ways to a GPU; a program that goes another way runs without it.
  requires static aparapi;

  exports io.github.remanence.kernel;
  exports io.github.remanence.kernel.device;
  exports io.github.remanence.kernel.field;
  exports io.github.remanence.kernel.json;
  exports io.github.remanence.kernel.random;
  exports io.github.remanence.kernel.memory to
      io.github.remanence.bench;
  exports io.github.remanence.kernel.step to
      io.github.remanence.validate;
}
