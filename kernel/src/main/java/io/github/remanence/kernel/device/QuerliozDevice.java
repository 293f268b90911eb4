package io.github.remanence.kernel.device;

/**
 * The memristive device of Querlioz et al., IEEE Trans. Nanotechnol. 12(3), 288-295 (2013), by the
 * names that its parameters have there. One pulse moves the conductance by
 *
 * <pre>
 * up    alpha+ exp(-beta+ (G - Gmin) / (Gmax - Gmin))
 * down  alpha- exp(-beta- (Gmax - G) / (Gmax - Gmin))
 * </pre>
 *
 * @param alphaPlus alpha+, the step up at Gmin, in the unit of G
 * @param alphaMinus alpha-, the step down at Gmax, in the unit of G
 * @param betaPlus beta+
 * @param betaMinus beta-
 * @param minConductance Gmin
 * @param maxConductance Gmax
 */
public record QuerliozDevice(
    double alphaPlus,
    double alphaMinus,
    double betaPlus,
    double betaMinus,
    double minConductance,
    double maxConductance) {

  /** Both responses and the window. */
  public DeviceCurve curve() {
    double range = maxConductance - minConductance;
    return new DeviceCurve(
        minConductance,
        maxConductance,
        new ExponentialInConductance(alphaPlus / range, betaPlus),
        new ExponentialInConductance(alphaMinus / range, betaMinus));
  }
}
