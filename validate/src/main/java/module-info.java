/**
 * Is it true? Accuracy against the reference, agreement of the backends, drift.
 *
 * <p>Start with {@link io.github.remanence.validate.Validation}.
 */
module io.github.remanence.validate {
  requires transitive io.github.remanence.reference;
  requires transitive io.github.remanence.kernel;
  // The size of the memory is not in the standard platform bean.
  requires jdk.management;
  requires org.apache.commons.numbers.gamma;
  requires static org.jspecify;

  exports io.github.remanence.validate;
}
