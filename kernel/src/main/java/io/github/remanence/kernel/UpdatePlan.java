package io.github.remanence.kernel;

import io.github.remanence.kernel.device.DeviceCurve;
import io.github.remanence.kernel.device.DeviceModel;
import io.github.remanence.kernel.device.NonIdealities;
import io.github.remanence.kernel.device.PulseRounding;
import io.github.remanence.kernel.device.Response;
import io.github.remanence.kernel.field.FieldState;
import io.github.remanence.kernel.random.Draws;
import io.github.remanence.kernel.step.CountedDevice;
import io.github.remanence.kernel.step.Matrix;
import io.github.remanence.kernel.step.NoisyDevice;
import io.github.remanence.kernel.step.NoisyResponses;
import io.github.remanence.kernel.step.PairStep;
import io.github.remanence.kernel.step.PulseStep;
import io.github.remanence.kernel.step.ResponseDevices;
import io.github.remanence.kernel.step.ResponsePairStep;
import io.github.remanence.kernel.step.Step;
import io.github.remanence.kernel.step.VariedDevice;
import io.github.remanence.kernel.step.VariedDevice.Factors;
import java.util.List;
import java.util.stream.Stream;
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
  }

  /** Compiles a device as it is in a field. */
  public static UpdatePlan of(DeviceModel model, FieldState state) {
    return new UpdatePlan(model, model.curveIn(state));
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
   * The responses of this plan that every backend computes one device at a time, in double, where
   * devices do not differ. None for a device of the families that have arithmetic of their own.
   */
  public List<Response> scalarFamilies() {
    return scalarFamilies(/* differ= */ false, /* sameCurve= */ true);
  }

  /** The same where devices differ. */
  public List<Response> scalarFamilies(DeviceFactors factors) {
    return scalarFamilies(!factors.areNone(), factors.sameCurve());
  }

  private List<Response> scalarFamilies(boolean differ, boolean sameCurve) {
    if (computesExponential(differ)) {
      return List.of();
    }
    return takesCountsAsTheyAre() && sameCurve
        ? ResponseDevices.oneByOne(curve).toList()
        : Stream.of(curve.potentiation(), curve.depression()).distinct().toList();
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
    Draws draws = devices.draws() == null ? NO_DRAWS : devices.draws();
    if (exponential == null || !computesExponential(own != null)) {
      CountedDevice device =
          takesCountsAsTheyAre()
              ? ResponseDevices.of(curve, factors)
              : noisyResponses(factors, draws, devices.first());
      return device.withDeadZone((float) nonIdealities.deadZone());
    }
    PulseStep pulseStep = exponential.pulseStep();
    if (!takesCountsAsTheyAre()) {
      VariedDevice varied = VariedDevice.of(pulseStep, exponential.curve(), factors);
      return NoisyDevice.of(
          varied, exponential.noiseLaw(), nonIdealities.rounding(), draws, devices.first());
    }
    return own == null ? pulseStep : VariedDevice.of(pulseStep, exponential.curve(), factors);
  }

  /** Whether the backends have the arithmetic: for devices that differ, where they saturate. */
  private boolean computesExponential(boolean differ) {
    return exponential != null && (exponential.saturates() || !differ);
  }

  private CountedDevice noisyResponses(Factors factors, Draws draws, long first) {
    return NoisyResponses.of(
        curve, factors, nonIdealities.cycleNoise(), nonIdealities.rounding(), draws, first);
  }

  /** What pairs of devices do with pulses of their own. */
  Step pairStep(DifferentialPair pair, float scale, float deadZone, Matrix counts) {
    Matrix plusFactors = DifferentialPair.factors(pair.plus());
    Matrix minusFactors = DifferentialPair.factors(pair.minus());
    Matrix minus = pair.minus().matrix();
    if (exponential != null) {
      PulseStep device = exponential.pulseStep().withDeadZone(deadZone);
      return PairStep.of(device, scale, counts, minus, plusFactors, minusFactors);
    }
    float least = Math.max(deadZone, (float) nonIdealities.deadZone());
    PulseStep still = PulseStep.still(curve.minConductance(), curve.maxConductance());
    return new ResponsePairStep(
        depressed(plusFactors, least),
        depressed(minusFactors, least),
        scale,
        PairStep.of(still, /* scale= */ 0, counts, minus, null, null));
  }

  private CountedDevice depressed(@Nullable Matrix onPulses, float deadZone) {
    Factors factors = new Factors(onPulses, null, null, null);
    return ResponseDevices.depressed(curve, factors).withDeadZone(deadZone);
  }

  /** Whether pulses are neither rounded nor noisy. */
  boolean takesCountsAsTheyAre() {
    return nonIdealities.cycleNoise().isNone() && nonIdealities.rounding() == PulseRounding.NONE;
  }

  /** Whether an update takes random numbers. */
  public boolean drawsInUpdates() {
    return nonIdealities.drawsInUpdates();
  }
}
