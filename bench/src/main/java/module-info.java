/** How fast, and how near the ceiling? JMH benchmarks, and measurements that take seconds. */
@SuppressWarnings("requires-automatic") // jmh-core has no module descriptor
module io.github.remanence.bench {
  requires transitive io.github.remanence.kernel;
  requires static java.management;
  // Only benchmarks and studies of them need it, and they run on the class path.
  requires static jmh.core;
  // Only matrix products need these.
  requires static org.bytedeco.javacpp;
  requires static org.bytedeco.openblas;
  // Only studies need these.
  requires static transitive tools.jackson.databind;
  requires static org.apache.commons.statistics.distribution;
  requires static org.apache.commons.statistics.inference;
  requires java.xml;

  exports io.github.remanence.bench.compare;
  exports io.github.remanence.bench.product;
  exports io.github.remanence.bench.quick;
  exports io.github.remanence.bench.study;
}
