package io.github.remanence.fit;

import io.github.remanence.kernel.device.Exponential;
import io.github.remanence.kernel.device.ExponentialInConductance;
import io.github.remanence.kernel.device.ExponentialStep;
import io.github.remanence.kernel.device.PiecewiseStep;
import io.github.remanence.kernel.device.PowerStep;
import io.github.remanence.kernel.device.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.hipparchus.analysis.solvers.BrentSolver;

/**
 * The response families that are fitted, simplest first.
 *
 * <p>A family has shape parameters to be found and, made from them, the numbers of its record. A
 * step that depends on progress alone looks the same in a window of any width, if its numbers are
 * scaled with it. What the curve cannot tell is fixed here: P pulses span the window, P those of
 * the curve. Only the end of the window of a power step shows in the curve, as the value that it
 * tends to.
 */
@SuppressWarnings("ImmutableEnumChecker") // lists and bounds that nothing here changes
public enum Family {
  /** Shape: nu. */
  EXPONENTIAL(List.of("nonlinearity"), low(-12), high(60)) {
    @Override
    List<double[]> starts() {
      return List.of(of(-1.5), of(0.1), of(2), of(6));
    }

    @Override
    Response response(double[] shape, double pulses) {
      return new Exponential(shape[0], pulses);
    }

    @Override
    Response ofNumbers(double[] numbers, double pulses) {
      return new Exponential(Math.clamp(numbers[0], low[0], high[0]), pulses);
    }
  },

  /** Shape: what the logarithm of the step would lose if steps were infinitely small. */
  EXPONENTIAL_IN_CONDUCTANCE(List.of("step", "decay"), low(-3), high(11)) {
    @Override
    List<double[]> starts() {
      return List.of(of(-1), of(0.1), of(1.5), of(4));
    }

    // In units of 1 / decay a pulse does g' = g + a exp(-g).
    @Override
    Response response(double[] shape, double pulses) {
      double x = Math.abs(shape[0]) < TINY ? TINY : shape[0];
      double a = Math.min(Math.expm1(x) / pulses, 30);
      double decay = train(pulses, g -> a * Math.exp(-g));
      return new ExponentialInConductance(legalStep(a / decay), Math.clamp(decay, -60, 60));
    }

    @Override
    Response ofNumbers(double[] numbers, double pulses) {
      return new ExponentialInConductance(legalStep(numbers[0]), Math.clamp(numbers[1], -60, 60));
    }
  },

  /** Shape: the pulses times the step in units of 1 / rate, and the amplitude. */
  EXPONENTIAL_STEP(List.of("step", "amplitude", "rate"), low(1e-3, 0), high(60, 0.7)) {
    @Override
    List<double[]> starts() {
      return List.of(of(1, 0.2), of(3, 0.01), of(3, 0.5), of(10, 0.05), of(20, 0.001));
    }

    // In units of 1 / rate a pulse does g' = g + b (1 - A exp(g)).
    @Override
    Response response(double[] shape, double pulses) {
      double b = shape[0] / pulses;
      double rate = train(pulses, g -> b * Math.max(1 - shape[1] * Math.exp(g), 0));
      return new ExponentialStep(legalStep(b / rate), shape[1], Math.clamp(rate, -60, 60));
    }

    @Override
    Response ofNumbers(double[] numbers, double pulses) {
      return new ExponentialStep(
          legalStep(numbers[0]), Math.clamp(numbers[1], 0, 1), Math.clamp(numbers[2], -60, 60));
    }
  },

  /** Shape: the pulses times the step, and the exponent. */
  POWER_STEP(List.of("step", "exponent"), low(0.25, 0), high(100, 20)) {
    @Override
    List<double[]> starts() {
      return List.of(of(0.8, 0.5), of(2, 1), of(2, 3), of(6, 2), of(10, 4));
    }

    @Override
    Response response(double[] shape, double pulses) {
      return new PowerStep(legalStep(shape[0] / pulses), shape[1]);
    }

    @Override
    Response ofNumbers(double[] numbers, double pulses) {
      return new PowerStep(legalStep(numbers[0]), Math.clamp(numbers[1], 0, 60));
    }
  },

  /** Shape: the logarithms of three steps in units of the first. */
  PIECEWISE_STEP(
      List.of("step at 0", "step at 1/3", "step at 2/3", "step at 1"),
      low(-5, -5, -5),
      high(5, 5, 5)) {
    @Override
    List<double[]> starts() {
      return List.of(of(0, 0, 0), of(1, 1, 0), of(-1, -1, 0));
    }

    @Override
    Response response(double[] shape, double pulses) {
      double largest = Math.max(0, DoubleStream.of(shape).max().orElseThrow());
      List<Double> relative = new ArrayList<>(List.of(Math.exp(-largest)));
      DoubleStream.of(shape).forEach(s -> relative.add(Math.exp(s - largest)));
      PiecewiseStep unit = new PiecewiseStep(relative);
      DoubleUnaryOperator left = c -> train(pulses, v -> c * unit.step(Math.min(v, 1))) - 1;
      double enough = 1 / (pulses * relative.stream().min(Double::compare).orElseThrow());
      double c = left.applyAsDouble(1) <= 0 ? 1 : solve(left, Math.min(1, 1.01 * enough));
      return new PiecewiseStep(relative.stream().map(r -> r * c).toList());
    }

    private static double solve(DoubleUnaryOperator left, double high) {
      return new BrentSolver(1e-12, 1e-15).solve(500, left::applyAsDouble, high * 1e-9, high);
    }

    @Override
    Response ofNumbers(double[] numbers, double pulses) {
      return new PiecewiseStep(
          DoubleStream.of(numbers).map(n -> Math.clamp(n, 0, 1)).boxed().toList());
    }
  };

  private static final double TINY = 1e-6;

  final List<String> numberNames;
  final double[] low;
  final double[] high;

  Family(List<String> numberNames, double[] low, double[] high) {
    this.numberNames = numberNames;
    this.low = low;
    this.high = high;
  }

  /** Shapes to start a search from. */
  abstract List<double[]> starts();

  /**
   * The response of that shape.
   *
   * @param pulses P
   */
  abstract Response response(double[] shape, double pulses);

  /** The response with the numbers that {@link #numberNames} names, brought into their ranges. */
  abstract Response ofNumbers(double[] numbers, double pulses);

  /** The numbers of a response of this family. */
  static double[] numbers(Response response) {
    return switch (response) {
      case Exponential(double nu, double pulses) -> of(nu);
      case ExponentialInConductance(double step, double decay) -> of(step, decay);
      case ExponentialStep(double step, double amplitude, double rate) -> of(step, amplitude, rate);
      case PowerStep(double step, double exponent) -> of(step, exponent);
      case PiecewiseStep(List<Double> steps) ->
          steps.stream().mapToDouble(Double::doubleValue).toArray();
      default -> throw new IllegalArgumentException("not fitted here: " + response);
    };
  }

  /** As in a device file, in lower case with hyphens. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Where a train of pulses leads from 0; of the last one the part that is left over. */
  private static double train(double pulses, DoubleUnaryOperator step) {
    double now = 0;
    for (double left = pulses; left > 0; left--) {
      now += Math.min(left, 1) * step.applyAsDouble(now);
    }
    return now;
  }

  private static double legalStep(double step) {
    return Math.clamp(step, 0x1p-40, 1);
  }

  private static double[] of(double... numbers) {
    return numbers;
  }

  private static double[] low(double... numbers) {
    return numbers;
  }

  private static double[] high(double... numbers) {
    return numbers;
  }
}
