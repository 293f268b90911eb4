/**
 * How does a measured curve become a device?
 *
 * <p>A module of its own, because it needs an optimisation library: the kernel depends on the JDK
 * only, and the command line holds no logic. Start with {@link io.github.remanence.fit.DeviceFit}.
 */
@SuppressWarnings("requires-automatic") // Hipparchus has no module descriptors
module io.github.remanence.fit {
  requires transitive io.github.remanence.kernel;
  requires hipparchus.core;
  requires hipparchus.optim;
  requires org.apache.commons.csv;
  requires static org.jspecify;

  exports io.github.remanence.fit;
  exports io.github.remanence.fit.curves;
}
