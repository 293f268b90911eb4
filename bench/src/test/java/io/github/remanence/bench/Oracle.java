package io.github.remanence.bench;

import io.github.remanence.kernel.random.Draws;
import io.github.remanence.reference.Bernard2025;
import io.github.remanence.reference.FieldChange;
import io.github.remanence.reference.ReferenceDevice;
import java.util.function.IntToDoubleFunction;

/** What a benchmark body has to make of a device, in double precision. */
@FunctionalInterface
interface Oracle {

  /**
   * A value and how far a float32 kernel may be from it.
   *
   * @param value exact
   * @param tolerance besides the rounding, which is given in ulp
   */
  record Expected(double value, double tolerance) {

    /** The bounds that the kernel states: 1.5 ulp of the stored value, and the tolerance. */
    boolean allows(float stored) {
      return Math.abs(stored - value) <= 1.5 * Math.ulp(stored) + tolerance;
    }
  }

  /**
   * What one call makes of a device.
   *
   * @param before its conductance, as stored
   */
  Expected after(int device, float before);

  /**
   * The oracle of a benchmark.
   *
   * @param forth true in the first call and every second one from then on
   */
  static Oracle of(CrossbarBenchmark benchmark, boolean forth) {
    int sign = forth ? 1 : -1;
    return switch (benchmark) {
      case UniformUpdateBenchmark b ->
          pulses(b.field, device -> sign * UniformUpdateBenchmark.PULSES);
      case PerDeviceUpdateBenchmark b -> form(b.field, b.form(), sign);
      case MemoryKindBenchmark b -> form(MemoryKindBenchmark.FIELD, b.form(), sign);
      case BlockBenchmark b -> form(b.field, b.form(), sign);
      case MixedFormsBenchmark b -> form(b.field, b.form(), sign);
      case TrainBenchmark b -> train(b.field, (device, i) -> sign * b.counts()[i], b.length);
      case GradientBenchmark b ->
          pulses(b.field, device -> alive(sign * 7f * b.gradient()[device]));
      case FactorsBenchmark b -> VariedOracle.of(b, sign);
      case NoiseBenchmark b -> NoiseOracle.of(b, sign, forth ? 0 : 1);
      case RandomBenchmark b -> random(b, Draws.of(RandomBenchmark.SEED, forth ? 0 : 1));
      case ResponseBenchmark b -> ResponseOracle.of(b, sign);
      case OuterProductsBenchmark b -> outerProducts(b, sign);
      case OuterProductSumBenchmark b -> SumOracle.of(b, sign);
      case FieldChangeBenchmark b ->
          forth ? change(b.rule, 0, b.field) : change(b.rule, b.field, 0);
      case FirstCallBenchmark b -> firstCall(b, sign);
      default -> throw new AssertionError("no oracle knows " + benchmark.getClass());
    };
  }

  private static Oracle form(double field, Form form, int sign) {
    return pulses(field, device -> sign * form.count().applyAsDouble(device));
  }

  private static Oracle firstCall(FirstCallBenchmark b, int sign) {
    return switch (b.form) {
      case "field-change" -> change("keep-x", 0.5, 1);
      case "outer-products" -> pulses(0.5, b::count);
      default -> pulses(0.5, device -> sign * b.count(device));
    };
  }

  /** Fewer pulses than 0.1 do nothing. */
  static double alive(float n) {
    return Math.abs(n) < 0.1f ? 0 : n;
  }

  private static Oracle pulses(double field, IntToDoubleFunction n) {
    return train(field, (device, i) -> n.applyAsDouble(device), 1);
  }

  private static Oracle outerProducts(OuterProductsBenchmark b, int sign) {
    int rows = (int) b.shape().rows();
    int cols = (int) b.shape().cols();
    CountOfDevice product =
        (device, i) ->
            sign
                * b.rowPulses()[i * rows + device / cols]
                * b.colPulses()[i * cols + device % cols];
    Oracle exact = train(b.field, product, b.batch);
    // Each vector is an update that rounds; none makes an earlier error larger.
    return (device, before) -> {
      Expected one = exact.after(device, before);
      return new Expected(
          one.value(), one.tolerance() + 1.5 * b.batch * Math.ulp((float) one.value()));
    };
  }

  /** What a device gets in the i-th of some updates. */
  @FunctionalInterface
  interface CountOfDevice {
    double of(int device, int i);
  }

  /** Updates one after another, in one pass. */
  private static Oracle train(double field, CountOfDevice n, int length) {
    ReferenceDevice reference = device(field);
    return (device, before) -> {
      double exact = before;
      double steps = 0;
      for (int i = 0; i < length; i++) {
        double next = reference.update(exact, n.of(device, i));
        steps += Math.abs(next - exact);
        exact = next;
      }
      return new Expected(exact, 4e-7 * steps);
    };
  }

  private static Oracle random(RandomBenchmark b, Draws draws) {
    return switch (b.numbers) {
      case "uniform" ->
          // A word has 32 bits, of which float32 holds 24.
          (device, any) -> new Expected(evenly(draws.uniform(device)), 0x1p-26);
      case "normal" ->
          (device, any) ->
              new Expected(RandomBenchmark.MEAN + RandomBenchmark.SIGMA * draws.normal(device), 0);
      default -> (device, any) -> read(b, draws.normal(device), device);
    };
  }

  private static double evenly(double u) {
    double middle = (RandomBenchmark.FROM + RandomBenchmark.TO) / 2;
    return middle + (RandomBenchmark.TO - RandomBenchmark.FROM) * (u - 0.5);
  }

  private static Expected read(RandomBenchmark b, double xi, int device) {
    long cols = b.shape().cols();
    float conductance = b.source().get(device / cols, device % cols);
    double noise = RandomBenchmark.READ_NOISE * xi;
    return new Expected(conductance + noise, Math.ulp(conductance) / 2);
  }

  private static Oracle change(String rule, double from, double to) {
    ReferenceDevice before = device(from);
    ReferenceDevice after = device(to);
    if (rule.equals("keep-w")) {
      return (device, w) -> new Expected(FieldChange.KEEP_VALUE.apply(w, before, after), 0);
    }
    return (device, w) -> {
      double exact = FieldChange.KEEP_PULSES.apply(w, before, after);
      // The kernel answers for a stored value that is off by one ulp, see FieldChange there.
      double neighbour = FieldChange.KEEP_PULSES.apply(Math.nextUp(w), before, after);
      return new Expected(exact, 1e-6 * after.range() + 1.1 * Math.abs(neighbour - exact));
    };
  }

  /** The published device in a field. */
  static ReferenceDevice device(double field) {
    return Bernard2025.fieldLaw().at(Bernard2025.linearisation().at(field));
  }
}
