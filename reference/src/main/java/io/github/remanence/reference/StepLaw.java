package io.github.remanence.reference;

import java.util.List;

/**
 * How far one pulse goes, as a part of the window, from where a device is: v is what it has
 * travelled, from 0 to 1.
 *
 * <p>The families of published simulators that have no closed form for many pulses, each as a line
 * of its equation.
 */
public sealed interface StepLaw {

  /**
   * {@return how far one pulse goes from here}
   *
   * @param v from 0 to 1
   */
  double at(double v);

  /**
   * {@return the law with a factor on its exponent}
   *
   * @param factor above 0
   * @throws IllegalArgumentException if the law has none
   */
  StepLaw withNonlinearity(double factor);

  /**
   * The exp step of aihwkit: a step that an exponential takes away.
   *
   * @param step in front
   * @param amplitude A
   * @param rate gamma, for v
   */
  record Exponential(double step, double amplitude, double rate) implements StepLaw {
    @Override
    public double at(double v) {
      return step * Math.max(1 - amplitude * Math.exp(rate * v), 0);
    }

    @Override
    public StepLaw withNonlinearity(double factor) {
      return new Exponential(step, amplitude, factor * rate);
    }
  }

  /**
   * The step of Querlioz et al. (2013): alpha exp(-beta v).
   *
   * @param step alpha
   * @param decay beta
   */
  record Decaying(double step, double decay) implements StepLaw {
    @Override
    public double at(double v) {
      return step * Math.exp(-decay * v);
    }

    @Override
    public StepLaw withNonlinearity(double factor) {
      return new Decaying(step, factor * decay);
    }
  }

  /**
   * The power step of aihwkit: a power of what is left of the window.
   *
   * @param step in front
   * @param exponent gamma
   */
  record Power(double step, double exponent) implements StepLaw {
    @Override
    public double at(double v) {
      return step * Math.pow(1 - v, exponent);
    }

    @Override
    public StepLaw withNonlinearity(double factor) {
      return new Power(step, factor * exponent);
    }
  }

  /**
   * The piecewise step of aihwkit: straight lines between nodes at even distances.
   *
   * @param nodes at least 2
   */
  record Piecewise(List<Double> nodes) implements StepLaw {
    @Override
    public double at(double v) {
      double place = v * (nodes.size() - 1);
      int left = Math.min((int) Math.floor(place), nodes.size() - 2);
      return nodes.get(left) + (place - left) * (nodes.get(left + 1) - nodes.get(left));
    }

    @Override
    public StepLaw withNonlinearity(double factor) {
      throw new IllegalArgumentException("steps between nodes have no exponent");
    }
  }
}
