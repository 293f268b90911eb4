package io.github.remanence.kernel;

import io.github.remanence.kernel.device.DeviceCurve;
import io.github.remanence.kernel.device.DeviceModel;
import io.github.remanence.kernel.device.NonIdealities;
import io.github.remanence.kernel.device.PulseRounding;
import io.github.remanence.kernel.device.Response;
import io.github.remanence.kernel.field.FieldState;
import io.github.remanence.kernel.random.Draws;
import io.github.remanence.kernel.step.CountedDevice;
import io.github.remanence.kernel.step.NoiseLaw;
import io.github.remanence.kernel.step.NoisyDevice;
import io.github.remanence.kernel.step.PulseStep;
import io.github.remanence.kernel.step.ResponseDevices;
import io.github.remanence.kernel.step.VariedDevice;
import io.github.remanence.kernel.step.VariedDevice.Factors;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
  private final NonIdealities nonIdealities;
  private final @Nullable ExponentialPlan exponential;

  private UpdatePlan(DeviceModel model, DeviceCurve curve) {
    this.model = model;
    this.curve = curve;
    this.nonIdealities = model.nonIdealities();
    this.exponential =
        ExponentialPlan.of(curve, nonIdealities.deadZone(), nonIdealities.cycleNoise());
    if (exponential == null) {
      requireNoNoise();
    }
  }

  /**
   * Compiles a device as it is in a field.
   *
   * @throws IllegalArgumentException if a response is not exponential, and the device has
   *     cycle-to-cycle noise or rounds its pulses
   */
  public static UpdatePlan of(DeviceModel model, FieldState state) {
    return new UpdatePlan(model, model.curveIn(state));
  }

  private void requireNoNoise() {
    if (!nonIdealities.cycleNoise().isNone() || nonIdealities.rounding() != PulseRounding.NONE) {
      throw new IllegalArgumentException(
          ("cycle-to-cycle noise and rounded pulses need a device whose responses are both"
                  + " exponential; '%s' has %s and %s")
              .formatted(model.name(), curve.potentiation(), curve.depression()));
    }
  }

  /** The device this was compiled from. */
  public DeviceModel model() {
    return model;
  }

  /** The conductance window and the responses in this field. */
  public DeviceCurve curve() {
    return curve;
  }

  /**
   * The responses of this plan that every backend computes one device at a time, in double. None
   * for a device of the families that have arithmetic of their own.
   */
  public List<Response> scalarFamilies() {
    return exponential == null ? ResponseDevices.oneByOne(curve).toList() : List.of();
  }

  /** What is compiled for exponential responses; null if one is of another family. */
  @Nullable ExponentialPlan exponential() {
    return exponential;
  }

  /** What devices do with pulses of their own. */
  CountedDevice device(Devices devices) {
    DeviceFactors own = devices.factors();
    if (own != null) {
      own.requireSense(curve);
    }
    Factors factors = own == null ? Factors.NONE : own.factors();
    if (exponential == null) {
      return ResponseDevices.of(curve, factors).withDeadZone((float) nonIdealities.deadZone());
    }
    PulseStep pulseStep = exponential.pulseStep();
    if (!takesCountsAsTheyAre()) {
      VariedDevice varied = VariedDevice.of(pulseStep, exponential.curve(), factors);
      Draws draws = devices.draws() == null ? NO_DRAWS : devices.draws();
      return NoisyDevice.of(
          varied, exponential.noiseLaw(), nonIdealities.rounding(), draws, devices.first());
    }
    return own == null ? pulseStep : VariedDevice.of(pulseStep, exponential.curve(), factors);
  }

  /** Whether pulses are neither rounded nor noisy. */
  boolean takesCountsAsTheyAre() {
    return (exponential == null || exponential.noiseLaw().kind() == NoiseLaw.Kind.NONE)
        && nonIdealities.rounding() == PulseRounding.NONE;
  }

  /** Whether an update takes random numbers. */
  public boolean drawsInUpdates() {
    return nonIdealities.drawsInUpdates();
  }
}
