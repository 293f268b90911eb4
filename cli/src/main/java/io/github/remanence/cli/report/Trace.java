package io.github.remanence.cli.report;

import io.github.remanence.kernel.Crossbar;
import io.github.remanence.kernel.Pulses;
import io.github.remanence.kernel.UpdateKernel;
import io.github.remanence.kernel.UpdatePlan;
import io.github.remanence.reference.ReferenceDevice;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The value of a device against the number of pulses it has had, from one end of its window to the
 * other.
 *
 * @param pulses from 0 to the number that spans the window, evenly spaced; whole numbers where that
 *     number is whole and at most {@value #MOST_STEPS}
 * @param kernel the value as the kernel computes it, float32, in the device's unit
 * @param reference the exact value, in double precision
 * @param firstStep how far one of the first pulses moves the value, in the device's unit; positive
 * @param lastStep the same of the last pulses
 */
public record Trace(
    List<Double> pulses,
    List<Double> kernel,
    List<Double> reference,
    double firstStep,
    double lastStep) {

  static final int MOST_STEPS = 64;

  /** Depression: down from the largest conductance. */
  static Trace depression(UpdateKernel kernel, UpdatePlan plan, ReferenceDevice exact) {
    float start = (float) plan.curve().maxConductance();
    return of(kernel, plan, exact, start, -Span.of(plan.curve().depression()));
  }

  /** Potentiation: up from the smallest conductance. */
  static Trace potentiation(UpdateKernel kernel, UpdatePlan plan, ReferenceDevice exact) {
    float start = (float) plan.curve().minConductance();
    return of(kernel, plan, exact, start, Span.of(plan.curve().potentiation()));
  }

  /** A row of equal devices, each of which gets a little more than its neighbour. */
  private static Trace of(
      UpdateKernel kernel, UpdatePlan plan, ReferenceDevice exact, float start, double end) {
    float[] counts = counts(end);
    Crossbar row = Crossbar.onHeap(1, counts.length);
    row.fill(start);
    kernel.apply(plan, Pulses.float32(counts, 1, counts.length), row);
    List<Double> pulses = each(counts, i -> Math.abs(counts[i]));
    List<Double> values = each(counts, i -> row.get(0, i));
    List<Double> expected = each(counts, i -> exact.update(start, counts[i]));
    int last = counts.length - 1;
    return new Trace(pulses, values, expected, step(pulses, values, 1), step(pulses, values, last));
  }

  private static float[] counts(double end) {
    int steps = (int) Math.clamp(Math.ceil(Math.abs(end)), 1, MOST_STEPS);
    float[] counts = new float[steps + 1];
    for (int i = 0; i <= steps; i++) {
      counts[i] = (float) (end * i / steps);
    }
    return counts;
  }

  private static List<Double> each(float[] counts, IntToDoubleFunction value) {
    return IntStream.range(0, counts.length).mapToDouble(value).boxed().toList();
  }

  private static double step(List<Double> pulses, List<Double> values, int i) {
    return Math.abs(values.get(i) - values.get(i - 1)) / (pulses.get(i) - pulses.get(i - 1));
  }
}
