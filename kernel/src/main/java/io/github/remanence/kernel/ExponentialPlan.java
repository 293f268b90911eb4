package io.github.remanence.kernel;

import io.github.remanence.kernel.device.CycleNoise;
import io.github.remanence.kernel.device.DeviceCurve;
import io.github.remanence.kernel.device.Exponential;
import io.github.remanence.kernel.step.AffineMap;
import io.github.remanence.kernel.step.AffineStep;
import io.github.remanence.kernel.step.CountTable;
import io.github.remanence.kernel.step.ExponentialCurve;
import io.github.remanence.kernel.step.NoiseLaw;
import io.github.remanence.kernel.step.PulseStep;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * What is compiled for a device whose responses are both exponential: all pulses at once, and for
 * all devices alike a single map.
 *
 * @param curve window and nonlinearities
 * @param potentiationPulses P+
 * @param depressionPulses P-
 * @param deadZone fewer pulses do nothing
 * @param pulseStep for counts that differ from device to device
 * @param countTable for whole counts
 * @param noiseLaw cycle-to-cycle noise
 */
record ExponentialPlan(
    ExponentialCurve curve,
    double potentiationPulses,
    double depressionPulses,
    double deadZone,
    PulseStep pulseStep,
    CountTable countTable,
    NoiseLaw noiseLaw) {

  /** Null if one of the responses is of another family. */
  static @Nullable ExponentialPlan of(DeviceCurve device, double deadZone, CycleNoise noise) {
    if (!(device.potentiation() instanceof Exponential potentiation
        && device.depression() instanceof Exponential depression)) {
      return null;
    }
    ExponentialCurve curve =
        new ExponentialCurve(
            device.minConductance(),
            device.maxConductance(),
            potentiation.nonlinearity(),
            depression.nonlinearity());
    double up = potentiation.pulses();
    double down = depression.pulses();
    PulseStep pulseStep = PulseStep.of(curve, up, down).withDeadZone((float) deadZone);
    return new ExponentialPlan(
        curve,
        up,
        down,
        deadZone,
        pulseStep,
        CountTable.of(pulseStep, curve, up, down),
        NoiseLaw.of(noise, curve, up, down));
  }

  /** Whether no polarity speeds up. */
  boolean saturates() {
    return curve.potentiationNonlinearity() >= 0 && curve.depressionNonlinearity() >= 0;
  }

  /** All these counts, one after another, as one map. */
  AffineStep affineStep(double... counts) {
    // From the first map, not from the identity: that would clamp a value outside the window before
    // its first step.
    AffineMap all =
        DoubleStream.of(counts)
            .mapToObj(this::map)
            .reduce(AffineMap::then)
            .orElse(AffineMap.IDENTITY);
    return all.equals(AffineMap.IDENTITY)
        ? AffineStep.clampInto(curve.minConductance(), curve.maxConductance())
        : AffineStep.of(all, curve);
  }

  private AffineMap map(double n) {
    if (Math.abs(n) < deadZone) {
      return AffineMap.IDENTITY;
    }
    if (n > 0) {
      return AffineMap.potentiation(curve.potentiationNonlinearity(), potentiationPulses, n);
    }
    return n < 0
        ? AffineMap.depression(curve.depressionNonlinearity(), depressionPulses, -n)
        : AffineMap.IDENTITY;
  }
}
