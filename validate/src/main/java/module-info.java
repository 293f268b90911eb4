/**
 * Is it true? Accuracy against the reference, agreement of the backends, drift; and the paper's
 * experiment, a network that learns.
 *
 * <p>Start with {@link io.github.remanence.validate.Validation}, or with {@link
 * io.github.remanence.validate.learning.training.Training}.
 */
module io.github.remanence.validate {
  requires transitive io.github.remanence.reference;
  requires transitive io.github.remanence.kernel;
  requires transitive io.github.remanence.bench;
  // The size of the memory is not in the standard platform bean.
  requires jdk.management;
  requires org.apache.commons.numbers.gamma;
  requires tools.jackson.databind;
  requires static org.jspecify;

  exports io.github.remanence.validate;
  exports io.github.remanence.validate.file;
  exports io.github.remanence.validate.learning.data;
  exports io.github.remanence.validate.learning.network;
  exports io.github.remanence.validate.learning.results;
  exports io.github.remanence.validate.learning.training;

  opens io.github.remanence.validate.learning.training to
      tools.jackson.databind;
}
