package io.github.remanence.kernel.contract;

import static org.assertj.core.api.Assertions.fail;

import io.github.remanence.reference.ReferenceDevice;

/**
 * The rule of differential pairs in double, and how near an update must come to it.
 *
 * <p>n &gt; 0 depresses minus, n &lt; 0 depresses plus, then who is at the lower end is refreshed,
 * minus first. The depressed device is within the bound of an update; a refresh adds 1 ulp of the
 * upper end, and the rounding of both ends to float32 another.
 *
 * <p>Where a device ends less than the bound from the lower end nobody can say if it is refreshed:
 * there either outcome is right.
 */
final class PairBound {

  private final ReferenceDevice device;
  private final Allowed allowed;

  PairBound(ReferenceDevice device, Allowed allowed) {
    this.device = device;
    this.allowed = allowed;
  }

  /** How far a device may be from its exact conductance. */
  interface Allowed {
    double by(ReferenceDevice device, float before, double exact);
  }

  /** One pair; n is what its devices feel. */
  void check(float plus, float minus, double n, float plusAfter, float minusAfter) {
    Depressed p = new Depressed(plus, n < 0 ? -n : 0);
    Depressed m = new Depressed(minus, n > 0 ? n : 0);
    boolean right = m.mayBeAtEnd() && isRefreshed(p, minusAfter, plusAfter);
    right |= m.mayBeInside() && p.mayBeAtEnd() && isRefreshed(m, plusAfter, minusAfter);
    right |= m.mayBeInside() && p.mayBeInside() && p.isAt(plusAfter) && m.isAt(minusAfter);
    if (!right) {
      fail(
          "%s: (%s, %s) with n = %s became (%s, %s); without a refresh (%s, %s)",
          device, plus, minus, n, plusAfter, minusAfter, p.exact(), m.exact());
    }
  }

  /** The other one is at the upper end, and the weight of this one and the lower end is kept. */
  private boolean isRefreshed(Depressed kept, float follower, float leader) {
    float top = (float) device.maxConductance();
    double exact = device.minConductance() + (device.maxConductance() - kept.exact());
    return leader == top && Math.abs(follower - exact) <= kept.allowed() + 2 * Math.ulp(top);
  }

  /** A device after its pulses, of no sign, and before a refresh. */
  private final class Depressed {
    private final float before;
    private final double pulses;

    Depressed(float before, double pulses) {
      this.before = before;
      this.pulses = pulses;
    }

    double exact() {
      return device.update(before, -pulses);
    }

    double allowed() {
      return allowed.by(device, before, exact());
    }

    boolean isAt(float after) {
      return Math.abs(after - exact()) <= allowed();
    }

    boolean mayBeAtEnd() {
      return aboveTheEnd() <= allowed();
    }

    boolean mayBeInside() {
      return aboveTheEnd() >= -allowed();
    }

    /** How far from the lower end, negative beyond it. */
    private double aboveTheEnd() {
      double step = device.depression().depressionStep(device.normalised(before), pulses);
      return before + device.range() * step - device.minConductance();
    }
  }
}
