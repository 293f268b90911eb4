package io.github.remanence.kernel;

import io.github.remanence.kernel.device.DeviceCurve;
import io.github.remanence.kernel.device.DeviceModel;
import io.github.remanence.kernel.device.NonIdealities;
import io.github.remanence.kernel.device.PulseRounding;
import io.github.remanence.kernel.field.FieldState;
import io.github.remanence.kernel.random.Draws;
import io.github.remanence.kernel.step.AffineMap;
import io.github.remanence.kernel.step.AffineStep;
import io.github.remanence.kernel.step.CountTable;
import io.github.remanence.kernel.step.CountedDevice;
import io.github.remanence.kernel.step.NoiseLaw;
import io.github.remanence.kernel.step.NoisyDevice;
import io.github.remanence.kernel.step.PulseStep;
import io.github.remanence.kernel.step.VariedDevice;
import io.github.remanence.kernel.step.VariedDevice.Factors;
import java.util.stream.DoubleStream;

/**
 * A device in a field, compiled for updates: every division, exponential and choice is made here,
 * once, in double precision, and rounded to float32 at the end. Immutable; any number of threads
 * and kernels may share it.
 */
public final class UpdatePlan {

  /** For updates that take none. */
  private static final Draws NO_DRAWS = Draws.of(0, 0);

  private final DeviceModel model;
  private final DeviceCurve curve;
  private final PulseStep pulseStep;
  private final CountTable countTable;
  private final NonIdealities nonIdealities;
  private final NoiseLaw noiseLaw;

  private UpdatePlan(DeviceModel model, DeviceCurve curve) {
    this.model = model;
    this.curve = curve;
    double up = model.potentiationPulses();
    double down = model.depressionPulses();
    this.nonIdealities = model.nonIdealities();
    this.pulseStep = PulseStep.of(curve, up, down).withDeadZone((float) nonIdealities.deadZone());
    this.countTable = CountTable.of(pulseStep, curve, up, down);
    this.noiseLaw = NoiseLaw.of(nonIdealities.cycleNoise(), curve, up, down);
  }

  /** Compiles a device as it is in a field. */
  public static UpdatePlan of(DeviceModel model, FieldState state) {
    return new UpdatePlan(model, model.curveIn(state));
  }

  /** The device this was compiled from. */
  public DeviceModel model() {
    return model;
  }

  /** The conductance window and the nonlinearities in this field. */
  public DeviceCurve curve() {
    return curve;
  }

  PulseStep pulseStep() {
    return pulseStep;
  }

  /** What devices do with pulses of their own. */
  CountedDevice device(Devices devices) {
    DeviceFactors own = devices.factors();
    if (own != null) {
      own.requireSense(curve);
    }
    if (!takesCountsAsTheyAre()) {
      VariedDevice varied =
          VariedDevice.of(pulseStep, curve, own == null ? Factors.NONE : own.factors());
      Draws draws = devices.draws() == null ? NO_DRAWS : devices.draws();
      return NoisyDevice.of(varied, noiseLaw, nonIdealities.rounding(), draws, devices.first());
    }
    return own == null ? pulseStep : VariedDevice.of(pulseStep, curve, own.factors());
  }

  /** Whether the same pulses are the same map for all devices that have no factors. */
  boolean takesCountsAsTheyAre() {
    return noiseLaw.kind() == NoiseLaw.Kind.NONE && nonIdealities.rounding() == PulseRounding.NONE;
  }

  /** Whether what whole counts do can be looked up. */
  boolean isTabulated() {
    return takesCountsAsTheyAre() && pulseStep.deadZone() <= 1;
  }

  /** Whether an update takes random numbers. */
  public boolean drawsInUpdates() {
    return nonIdealities.drawsInUpdates();
  }

  CountTable countTable() {
    return countTable;
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
    return all.equals(AffineMap.IDENTITY) ? AffineStep.clampInto(curve) : AffineStep.of(all, curve);
  }

  private AffineMap map(double n) {
    if (Math.abs(n) < nonIdealities.deadZone()) {
      return AffineMap.IDENTITY;
    }
    if (n > 0) {
      return AffineMap.potentiation(
          curve.potentiationNonlinearity(), model.potentiationPulses(), n);
    }
    return n < 0
        ? AffineMap.depression(curve.depressionNonlinearity(), model.depressionPulses(), -n)
        : AffineMap.IDENTITY;
  }
}
