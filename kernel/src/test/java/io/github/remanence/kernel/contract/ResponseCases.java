package io.github.remanence.kernel.contract;

import io.github.remanence.kernel.device.DeviceCurve;
import io.github.remanence.kernel.device.Exponential;
import io.github.remanence.kernel.device.ExponentialInConductance;
import io.github.remanence.kernel.device.ExponentialStep;
import io.github.remanence.kernel.device.PiecewiseStep;
import io.github.remanence.kernel.device.PowerStep;
import io.github.remanence.kernel.device.Ranged;
import io.github.remanence.kernel.device.Response;
import io.github.remanence.kernel.device.Tabulated;
import io.github.remanence.kernel.device.Tabulated.Point;
import io.github.remanence.kernel.step.CountedStep;
import io.github.remanence.kernel.step.ElementType;
import io.github.remanence.kernel.step.ResponseDevices;
import io.github.remanence.kernel.step.RowStep;
import io.github.remanence.kernel.step.VariedDevice.Factors;
import io.github.remanence.reference.ExponentialResponse;
import io.github.remanence.reference.PulseResponse;
import io.github.remanence.reference.RangedResponse;
import io.github.remanence.reference.ReferenceDevice;
import io.github.remanence.reference.StepLaw;
import io.github.remanence.reference.SteppedResponse;
import io.github.remanence.reference.TabulatedResponse;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/** Devices of every response family, each told to the kernel and to the reference. */
final class ResponseCases {

  private ResponseCases() {}

  /** A response twice. */
  record Twin(Response response, PulseResponse exact) {}

  /** A device twice. */
  record Device(DeviceCurve curve, ReferenceDevice exact) {

    static Device of(double[] window, Twin up, Twin down) {
      return new Device(
          new DeviceCurve(window[0], window[1], up.response, down.response),
          new ReferenceDevice(window[0], window[1], up.exact, down.exact));
    }

    /** Whether float32 has both ends of the window. */
    boolean isFloat32() {
      double min = curve.minConductance();
      double max = curve.maxConductance();
      return (float) min == min && (float) max == max;
    }

    /** The device of a row with its factors, but for those on pulses. */
    ReferenceDevice exact(Factors factors, int i) {
      return new ReferenceDevice(
          curve.minConductance() * Cases.factor(factors.min(), i),
          curve.maxConductance() * Cases.factor(factors.max(), i),
          own(exact.potentiation(), Cases.factor(factors.nonlinearity(), i)),
          own(exact.depression(), Cases.factor(factors.depressionNonlinearity(), i)));
    }

    private static PulseResponse own(PulseResponse response, float nonlinearity) {
      return nonlinearity == 1 ? response : response.withNonlinearity(nonlinearity);
    }

    /** Whether backends have arithmetic of their own for both responses. */
    boolean hasArithmetic() {
      return ResponseDevices.oneByOne(curve).findAny().isEmpty();
    }

    /** A float32 count for each device of a row. */
    RowStep counted(float deadZone, Factors factors, float... counts) {
      return new CountedStep(
          ResponseDevices.of(curve, factors).withDeadZone(deadZone),
          1,
          Cases.row(MemorySegment.ofArray(counts), ElementType.FLOAT32));
    }

    /** Half an int8 count for each device of a row. */
    RowStep counted(Factors factors, byte... counts) {
      return new CountedStep(
          ResponseDevices.of(curve, factors),
          0.5f,
          Cases.row(MemorySegment.ofArray(counts), ElementType.INT8));
    }
  }

  /** Of each family, gentle, steep, and at the ends of what it may be. */
  static List<Twin> responses() {
    return List.of(
        exponentialStep(0.04, 0.5, 1.2),
        exponentialStep(0.2, 0.02, 60),
        exponentialStep(0.01, 0.9, -3),
        exponentialStep(1, 1, 1),
        decaying(0.06, 3),
        decaying(0.001, -5),
        decaying(0.3, 60),
        power(0.05, 2.5),
        power(0.05, 0.5),
        power(0.02, 0),
        power(0.9, 7.5),
        exponential(2.772, 27),
        exponential(0, 27),
        exponential(60, 300),
        exponential(-2, 27),
        piecewise(0.1, 0.02, 0.07, 0.0),
        piecewise(0.002, 0.0005, 0.003, 0.0),
        tabulated(),
        ranged());
  }

  /** Each in several windows, with its neighbour for the other polarity, and with itself. */
  static List<Device> devices() {
    return devices(responses());
  }

  /** Of responses that have a number for nu, with room for a factor above 1. */
  static List<Device> bentDevices() {
    return devices(
        List.of(
            exponentialStep(0.04, 0.5, 1.2),
            exponentialStep(0.01, 0.9, -3),
            decaying(0.06, 3),
            decaying(0.001, -5),
            power(0.05, 2.5),
            power(0.9, 7.5),
            exponential(2.772, 27),
            exponential(-2, 27),
            ranged()));
  }

  private static List<Device> devices(List<Twin> responses) {
    List<Device> devices = new ArrayList<>();
    for (int i = 0; i < responses.size(); i++) {
      Twin up = responses.get(i);
      Twin down = responses.get((i + 1) % responses.size());
      double[] window = Cases.WINDOWS.get(i % Cases.WINDOWS.size());
      devices.add(Device.of(window, up, down));
      devices.add(Device.of(new double[] {-1, 1}, up, up));
    }
    return devices;
  }

  private static Twin exponentialStep(double step, double amplitude, double rate) {
    return new Twin(
        new ExponentialStep(step, amplitude, rate),
        new SteppedResponse(new StepLaw.Exponential(step, amplitude, rate)));
  }

  private static Twin decaying(double step, double decay) {
    return new Twin(
        new ExponentialInConductance(step, decay),
        new SteppedResponse(new StepLaw.Decaying(step, decay)));
  }

  private static Twin power(double step, double exponent) {
    return new Twin(
        new PowerStep(step, exponent), new SteppedResponse(new StepLaw.Power(step, exponent)));
  }

  private static Twin exponential(double nu, double pulses) {
    return new Twin(new Exponential(nu, pulses), new ExponentialResponse(nu, pulses));
  }

  private static Twin piecewise(Double... steps) {
    return new Twin(
        new PiecewiseStep(List.of(steps)),
        new SteppedResponse(new StepLaw.Piecewise(List.of(steps))));
  }

  private static Twin ranged() {
    return new Twin(
        new Ranged(new PowerStep(0.1, 1.5), 0.2, 0.7),
        new RangedResponse(new SteppedResponse(new StepLaw.Power(0.1, 1.5)), 0.2, 0.7));
  }

  private static Twin tabulated() {
    return new Twin(
        new Tabulated(
            List.of(new Point(0, 0), new Point(1, 0.3), new Point(5, 0.35), new Point(20.5, 1))),
        new TabulatedResponse(List.of(0.0, 1.0, 5.0, 20.5), List.of(0.0, 0.3, 0.35, 1.0)));
  }
}
