package io.github.remanence.bench;

import io.github.remanence.bench.Oracle.Expected;
import io.github.remanence.bench.peer.PeerLoop;
import io.github.remanence.bench.peer.PeerLoops;
import io.github.remanence.reference.ExponentialResponse;
import io.github.remanence.reference.PulseResponse;
import io.github.remanence.reference.ReferenceDevice;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;

/** What a C++ loop has to make of a device, or of the two of a pair, in double precision. */
@FunctionalInterface
interface PeerOracle {

  /**
   * How near the closed form in float32 has to come, as a part of the way from the far end of the
   * window to the asymptote. Sums are that long before they cancel; 4 ulp of the exponential, which
   * -ffast-math allows, are 2.4e-7 of it, and the rest is for the other roundings.
   */
  double TOLERANCE = 4e-7;

  /**
   * How near a normal number has to come: the rounding of 2 pi u and 4 ulp of the cosine, which
   * -ffast-math allows, are 7e-7, and the root is at most 5.9.
   */
  double NOISE_TOLERANCE = 5e-6;

  /**
   * What one call may make of a cell.
   *
   * @param before the conductances of its devices, as stored
   * @return those after it; a second possibility where rounding may decide
   */
  List<List<Expected>> after(int cell, List<Float> before);

  /**
   * The oracle of a loop.
   *
   * @param sign 1 forth, -1 back
   */
  static PeerOracle of(String name, PeerLoop loop, int sign) {
    return switch (name) {
      case "int8" -> devices(cell -> Oracle.device(PeerLoops.FIELD), count(loop, sign));
      case "float32" -> devices(cell -> Oracle.device(PeerLoops.FIELD), gradient(loop, sign));
      case "factors" ->
          devices(cell -> withNonlinearityTimes(factor(loop, 0, cell)), count(loop, sign));
      case "noise" -> noisy(loop, sign);
      case "pair-exponential", "pair-as-written" -> pairs(Oracle.device(0), loop, sign);
      case "pair-linear", "pair-as-written-linear" -> pairs(Oracle.device(1), loop, sign);
      default -> throw new AssertionError("no oracle knows the loop " + name);
    };
  }

  private static PeerOracle devices(IntFunction<ReferenceDevice> device, IntToDoubleFunction n) {
    return (cell, before) -> {
      ReferenceDevice reference = device.apply(cell);
      double exact = reference.update(before.getFirst(), unlessDead(n.applyAsDouble(cell)));
      return List.of(List.of(new Expected(exact, tolerance(reference))));
    };
  }

  /** The first update goes forth, the second one back. */
  private static PeerOracle noisy(PeerLoop loop, int sign) {
    int seed = hashed(sign > 0 ? 0 : 1);
    IntToDoubleFunction n = count(loop, sign);
    return (cell, before) -> {
      ReferenceDevice device = withNonlinearityTimes(factor(loop, 0, cell));
      double pulses = n.applyAsDouble(cell);
      double deviation = PeerLoops.SIGMA * Math.sqrt(Math.abs(pulses));
      double moved = unclamped(device, before.getFirst(), pulses) + deviation * normal(cell, seed);
      double tolerance = tolerance(device) + NOISE_TOLERANCE * deviation;
      return List.of(List.of(new Expected(device.clamped(moved), tolerance)));
    };
  }

  private static double unclamped(ReferenceDevice device, double g, double n) {
    double u = device.normalised(g);
    double step =
        n < 0
            ? device.depression().depressionStep(u, -n)
            : device.potentiation().potentiationStep(u, n);
    return g + device.range() * step;
  }

  /** As the loop has it, with the logarithm, the root and the cosine in double. */
  private static double normal(int device, int seed) {
    int first = hashed(device + seed);
    int second = hashed(first ^ 0x9e3779b9);
    float u1 = ((first >>> 8) + 0.5f) * 0x1p-24f;
    float u2 = (second >>> 8) * 0x1p-24f;
    return Math.sqrt(-2 * Math.log(u1)) * Math.cos(2 * Math.PI * u2);
  }

  private static int hashed(int bits) {
    int x = (bits ^ (bits >>> 16)) * 0x7feb352d;
    x = (x ^ (x >>> 15)) * 0x846ca68b;
    return x ^ (x >>> 16);
  }

  private static PeerOracle pairs(ReferenceDevice device, PeerLoop loop, int sign) {
    return pairs(
        device,
        gradient(loop, sign),
        cell -> factor(loop, 0, cell),
        cell -> factor(loop, 1, cell),
        tolerance(device, device.depression()));
  }

  /**
   * The oracle of pairs of devices that are only depressed.
   *
   * @param n pulses of a pair, below 0 for its first device
   * @param first the factor of its first device on them
   * @param second the factor of its second device
   */
  static PeerOracle pairs(
      ReferenceDevice device,
      IntToDoubleFunction n,
      IntToDoubleFunction first,
      IntToDoubleFunction second,
      double tolerance) {
    return (cell, before) -> {
      double pulses = n.applyAsDouble(cell);
      double w1 = depressed(device, before.getFirst(), -pulses * first.applyAsDouble(cell));
      double w2 = depressed(device, before.getLast(), pulses * second.applyAsDouble(cell));
      // A device that ends within rounding of the end of its curve may or may not be refreshed.
      return List.of(
          expected(refreshed(device, w1, w2, tolerance), tolerance),
          expected(refreshed(device, w1, w2, -tolerance), tolerance));
    };
  }

  /** Not clamped, so that one can see how near it is to the end of the curve. */
  private static double depressed(ReferenceDevice device, double w, double n) {
    double pulses = Math.max(unlessDead(n), 0);
    return w + device.range() * device.depression().depressionStep(device.normalised(w), pulses);
  }

  /** w1 and w2 after the refresh, which comes within so much of the end of the curve. */
  private static double[] refreshed(ReferenceDevice device, double w1, double w2, double within) {
    double end = device.minConductance();
    double start = device.maxConductance();
    double first = device.clamped(w1);
    double second = device.clamped(w2);
    if (w1 <= end + within) {
      return new double[] {end + (start - second), start};
    }
    if (w2 <= end + within) {
      return new double[] {start, end + (start - first)};
    }
    return new double[] {first, second};
  }

  private static List<Expected> expected(double[] conductances, double tolerance) {
    return DoubleStream.of(conductances).mapToObj(each -> new Expected(each, tolerance)).toList();
  }

  private static double tolerance(ReferenceDevice device) {
    return Math.max(
        tolerance(device, device.potentiation()), tolerance(device, device.depression()));
  }

  private static double tolerance(ReferenceDevice device, PulseResponse ofPolarity) {
    ExponentialResponse response = (ExponentialResponse) ofPolarity;
    boolean linear = response.nonlinearity() == 0;
    return TOLERANCE * device.range() / (linear ? 1 : response.curvature());
  }

  private static ReferenceDevice withNonlinearityTimes(double factor) {
    ReferenceDevice device = Oracle.device(PeerLoops.FIELD);
    return new ReferenceDevice(
        device.minConductance(),
        device.maxConductance(),
        withNonlinearityTimes(factor, device.potentiation()),
        withNonlinearityTimes(factor, device.depression()));
  }

  private static ExponentialResponse withNonlinearityTimes(double factor, PulseResponse peer) {
    ExponentialResponse response = (ExponentialResponse) peer;
    return new ExponentialResponse(factor * response.nonlinearity(), response.pulses());
  }

  private static IntToDoubleFunction count(PeerLoop loop, int sign) {
    return cell -> sign * loop.pulses().get(ValueLayout.JAVA_BYTE, cell);
  }

  private static IntToDoubleFunction gradient(PeerLoop loop, int sign) {
    return cell ->
        (double) sign * PeerLoops.RATE * loop.pulses().getAtIndex(ValueLayout.JAVA_FLOAT, cell);
  }

  private static double factor(PeerLoop loop, int device, int cell) {
    return loop.factors().get(device).getAtIndex(ValueLayout.JAVA_FLOAT, cell);
  }

  private static double unlessDead(double n) {
    return Math.abs(n) < PeerLoops.DEAD_ZONE ? 0 : n;
  }
}
