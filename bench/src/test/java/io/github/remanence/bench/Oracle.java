package io.github.remanence.bench;

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
      case PerDeviceUpdateBenchmark b ->
          pulses(b.field, device -> sign * b.pulsesOfDevice()[device]);
      case MemoryKindBenchmark b ->
          pulses(MemoryKindBenchmark.FIELD, device -> sign * MemoryKindBenchmark.PULSES);
      case FieldChangeBenchmark b -> forth ? change(b, 0, b.field) : change(b, b.field, 0);
      default -> throw new AssertionError("no oracle knows " + benchmark.getClass());
    };
  }

  private static Oracle pulses(double field, IntToDoubleFunction n) {
    ReferenceDevice reference = device(field);
    return (device, before) -> {
      double exact = reference.update(before, n.applyAsDouble(device));
      return new Expected(exact, 4e-7 * Math.abs(exact - before));
    };
  }

  private static Oracle change(FieldChangeBenchmark benchmark, double from, double to) {
    ReferenceDevice before = device(from);
    ReferenceDevice after = device(to);
    if (benchmark.rule.equals("keep-w")) {
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
