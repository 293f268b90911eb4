package io.github.remanence.kernel.step;

import io.github.remanence.kernel.device.DeviceCurve;
import io.github.remanence.kernel.device.Response;
import io.github.remanence.kernel.step.ResponseStep.Family;
import io.github.remanence.kernel.step.VariedDevice.Factors;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compiles devices of any family. */
public final class ResponseDevices {

  /** Pulses do nothing: another step is for them. */
  private record Still() implements Response {
    @Override
    public double step(double progress) {
      return 0;
    }
  }

  private ResponseDevices() {}

  /**
   * What devices on a curve do with pulses of their own.
   *
   * @param factors of each device, if any; with those on nu or the window no backend has arithmetic
   */
  public static CountedDevice of(DeviceCurve curve, Factors factors) {
    if (factors.varies().curve()) {
      return new PlainResponses(curve, Float.MIN_VALUE, factors);
    }
    Response up = curve.potentiation();
    Response down = curve.depression();
    return Objects.equals(Family.of(up), Family.of(down))
        ? of(curve, Family.of(up), up, down, factors)
        : new MixedDevice(
            of(curve, Family.of(up), up, null, factors),
            of(curve, Family.of(down), null, down, factors));
  }

  /**
   * The same for devices that are only depressed: potentiation pulses do nothing.
   *
   * @param factors on the pulses of each device, if any
   */
  public static CountedDevice depressed(DeviceCurve curve, Factors factors) {
    Response down = curve.depression();
    return of(curve, Family.of(down), null, down, factors);
  }

  private static CountedDevice of(
      DeviceCurve curve,
      @Nullable Family family,
      @Nullable Response up,
      @Nullable Response down,
      Factors factors) {
    return family == null
        ? new PlainResponses(with(curve, up, down), Float.MIN_VALUE, factors)
        : ResponseStep.of(family, curve, up, down, factors);
  }

  private static DeviceCurve with(
      DeviceCurve window, @Nullable Response up, @Nullable Response down) {
    return new DeviceCurve(
        window.minConductance(),
        window.maxConductance(),
        up == null ? new Still() : up,
        down == null ? new Still() : down);
  }

  /** Responses that every backend computes one device at a time. */
  public static Stream<Response> oneByOne(DeviceCurve curve) {
    return Stream.of(curve.potentiation(), curve.depression())
        .filter(response -> Family.of(response) == null)
        .distinct();
  }
}
