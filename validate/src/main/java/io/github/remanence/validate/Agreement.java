package io.github.remanence.validate;

import io.github.remanence.kernel.Crossbar;
import io.github.remanence.kernel.FieldChange;
import io.github.remanence.kernel.Pulses;
import io.github.remanence.kernel.UpdatePlan;
import io.github.remanence.validate.Table.Row;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;

/**
 * Does every backend, with one thread and with several, on the heap and off it, give the same bits?
 * Over awkward sizes, and with values that are outside the window or no numbers at all.
 *
 * <p>Backends are taken as users get them, from their first update on. So up to 256 devices are
 * work of vectors alone, and of more the scalar backend does a part before they are compiled.
 *
 * @param oracle what the others must agree with: the plainest backend
 * @param subjects backends and numbers of threads
 */
record Agreement(Subject oracle, List<Subject> subjects) implements Question {

  /** None, around the vector widths, primes, and large enough to be shared among threads. */
  private static final List<Integer> SIZES =
      List.of(0, 1, 2, 3, 7, 8, 9, 15, 16, 17, 31, 33, 61, 64, 67, 127, 1009, 4099, (1 << 19) + 77);

  private static final float[] STRANGE = {
    Float.NaN,
    Float.POSITIVE_INFINITY,
    Float.NEGATIVE_INFINITY,
    Float.MAX_VALUE,
    -Float.MAX_VALUE,
    Float.MIN_VALUE,
    -Float.MIN_VALUE,
    0.0f,
    -0.0f,
    1e-3f,
    -1e3f
  };

  private static final UpdatePlan OFF = Twin.bernard2025(0).plan();
  private static final UpdatePlan ON = Twin.bernard2025(0.5).plan();

  /** What is done to a crossbar. */
  @FunctionalInterface
  private interface Operation {
    void apply(Subject subject, Crossbar crossbar);
  }

  @Override
  public String title() {
    return "Agreement of backends, threads and kinds of memory";
  }

  @Override
  public Table answer() {
    FieldChange keepX = FieldChange.keepingCoordinate(OFF, ON);
    FieldChange keepW = FieldChange.keepingConductance(OFF, ON);
    List<Row> rows = new ArrayList<>();
    rows.addAll(rows("uniform, n = 2.5", size -> update(Pulses.uniform(2.5))));
    rows.addAll(rows("uniform, n = -0.3", size -> update(Pulses.uniform(-0.3))));
    rows.addAll(rows("int8", size -> update(Pulses.int8(bytes(size), 1, size))));
    rows.addAll(rows("float32", size -> update(Pulses.float32(floats(size, -40, 40), 1, size))));
    rows.addAll(rows("field change, keep x", size -> (subject, g) -> subject.apply(keepX, g)));
    rows.addAll(rows("field change, keep w", size -> (subject, g) -> subject.apply(keepW, g)));
    return Tally.table(
        "agreement", title(), Bound.AGREEMENT, List.of("operation", "backend"), rows);
  }

  private static Operation update(Pulses pulses) {
    return (subject, crossbar) -> subject.apply(ON, pulses, crossbar);
  }

  private List<Row> rows(String name, IntFunction<Operation> ofSize) {
    Tally[] tallies = new Tally[subjects.size()];
    for (int i = 0; i < tallies.length; i++) {
      tallies[i] = new Tally();
    }
    SIZES.forEach(size -> compare(ofSize.apply(size), floats(size, 0, 4), tallies));
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < tallies.length; i++) {
      rows.add(tallies[i].row(name, subjects.get(i).name()));
    }
    return rows;
  }

  private void compare(Operation operation, float[] before, Tally[] tallies) {
    float[] expected = onHeap(oracle, operation, before);
    for (int i = 0; i < tallies.length; i++) {
      addAll(tallies[i], onHeap(subjects.get(i), operation, before), expected);
      addAll(tallies[i], offHeap(subjects.get(i), operation, before), expected);
    }
  }

  private static byte[] bytes(int size) {
    byte[] bytes = new byte[size];
    new SplittableRandom(size).nextBytes(bytes);
    return bytes;
  }

  /** Every eighth or so is strange. */
  private static float[] floats(int size, double from, double to) {
    SplittableRandom random = new SplittableRandom(size);
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] =
          random.nextInt(8) == 0
              ? STRANGE[random.nextInt(STRANGE.length)]
              : (float) random.nextDouble(from, to);
    }
    return values;
  }

  private static float[] onHeap(Subject subject, Operation operation, float[] before) {
    float[] after = before.clone();
    operation.apply(subject, Crossbar.wrap(after, 1, after.length));
    return after;
  }

  private static float[] offHeap(Subject subject, Operation operation, float[] before) {
    try (Crossbar crossbar = Crossbar.offHeap(1, before.length)) {
      MemorySegment memory = crossbar.conductances();
      memory.copyFrom(MemorySegment.ofArray(before));
      operation.apply(subject, crossbar);
      return memory.toArray(ValueLayout.JAVA_FLOAT);
    }
  }

  private static void addAll(Tally tally, float[] actual, float[] expected) {
    for (int i = 0; i < expected.length; i++) {
      tally.add(actual[i], expected[i]);
    }
  }
}
