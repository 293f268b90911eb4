package io.github.remanence.bench;

import io.github.remanence.reference.ExponentialResponse;
import io.github.remanence.reference.PulseResponse;
import io.github.remanence.reference.ReferenceDevice;
import io.github.remanence.reference.StepLaw;
import io.github.remanence.reference.SteppedResponse;
import io.github.remanence.reference.TabulatedResponse;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** What the responses that are measured do, as the reference says it. */
final class ResponseOracle {

  private ResponseOracle() {}

  static Oracle of(ResponseBenchmark benchmark, int sign) {
    PulseResponse both = named(benchmark.response);
    ReferenceDevice device = new ReferenceDevice(1, 2, both, both);
    byte[] counts = benchmark.counts();
    double pulse = 4e-7 * device.largestPulse();
    return (cell, before) -> {
      int n = sign * counts[cell];
      double exact = device.update(before, n);
      double ofStep = (1e-6 + 6e-8 * Math.abs(n)) * Math.abs(exact - before);
      return new Oracle.Expected(exact, Math.ulp(2f) / 2 + ofStep + pulse);
    };
  }

  private static PulseResponse named(String family) {
    return switch (family) {
      case "exponential" -> new ExponentialResponse(2.772, 27);
      case "constant" -> new ExponentialResponse(0, 50);
      case "soft-bounds" -> new SteppedResponse(new StepLaw.Power(0.02, 1));
      case "exponential-step" -> new SteppedResponse(new StepLaw.Exponential(0.02, 0.2, 1.5));
      case "power-step" -> new SteppedResponse(new StepLaw.Power(0.02, 1.5));
      case "piecewise-step" ->
          new SteppedResponse(new StepLaw.Piecewise(List.of(0.02, 0.01, 0.03)));
      case "tabulated" -> new TabulatedResponse(each(x -> x), each(ResponseOracle::curve));
      default -> throw new AssertionError("no oracle knows " + family);
    };
  }

  private static double curve(double pulses) {
    return pulses / 50 * (1.5 - 0.5 * pulses / 50);
  }

  private static List<Double> each(DoubleUnaryOperator value) {
    return IntStream.rangeClosed(0, 50).asDoubleStream().map(value).boxed().toList();
  }
}
