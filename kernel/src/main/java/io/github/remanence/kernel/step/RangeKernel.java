package io.github.remanence.kernel.step;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * A backend: updates a range of devices in place. No checks, no policy, no state.
 *
 * <p>Memory holds float32 conductances in native byte order, device i at byte 4 i. Every method
 * touches the devices from (inclusive) to (exclusive) and no byte beside them, and the result of a
 * device depends on nothing but its own conductance and count: so it does not matter how a crossbar
 * is cut into ranges or who works on which.
 *
 * <p>All backends return the same bits for every device that is not NaN. They take the same steps
 * in the same order from the same coefficients; a multiply-add is fused where the scalar backend
 * writes {@code Math.fma}.
 */
public interface RangeKernel {

  /** All devices get the same pulses. */
  void uniform(AffineStep step, MemorySegment conductances, long from, long to);

  /**
   * Each device gets the pulses that a table has for its count.
   *
   * @param counts one signed byte after another
   * @param firstCount the place of the first device's count
   */
  void tabulated(
      CountTable table,
      MemorySegment counts,
      long firstCount,
      MemorySegment conductances,
      long from,
      long to);

  /**
   * Each device gets scale times its count of pulses.
   *
   * @param counts int8 or float32, one after another
   * @param firstCount the place of the first device's count
   */
  void counted(
      PulseStep step,
      float scale,
      Matrix counts,
      long firstCount,
      MemorySegment conductances,
      long from,
      long to);

  /**
   * Each device gets scale times its count of pulses, and has factors of its own.
   *
   * @param firstFactor the place of the first device's factors
   * @param counts int8 or float32, one after another
   * @param firstCount the place of the first device's count
   */
  void varied(
      VariedDevice device,
      long firstFactor,
      float scale,
      Matrix counts,
      long firstCount,
      MemorySegment conductances,
      long from,
      long to);

  /**
   * Each device gets scale times its count of pulses, and answers as its family does.
   *
   * @param firstFactor the place of the first device's factors, if there are factors
   * @param counts int8 or float32, one after another
   * @param firstCount the place of the first device's count
   */
  void responded(
      ResponseStep step,
      long firstFactor,
      float scale,
      Matrix counts,
      long firstCount,
      MemorySegment conductances,
      long from,
      long to);

  /**
   * Each device gets scale times its count of pulses, rounded or with noise.
   *
   * @param firstFactor the place of the first device's factors, if there are factors
   * @param counts int8 or float32, one after another
   * @param firstCount the place of the first device's count
   */
  void noisy(
      NoisyDevice device,
      long firstFactor,
      float scale,
      Matrix counts,
      long firstCount,
      MemorySegment conductances,
      long from,
      long to);

  /**
   * Each device gets scale times its count of pulses, and is computed by itself. The same on all
   * backends, and so none has its own.
   *
   * @param firstFactor the place of the first device's factors, if there are factors
   * @param counts int8 or float32, one after another
   * @param firstCount the place of the first device's count
   */
  default void oneByOne(
      OneByOneDevice device,
      long firstFactor,
      float scale,
      Matrix counts,
      long firstCount,
      MemorySegment conductances,
      long from,
      long to) {
    for (long i = from; i < to; i++) {
      long past = i - from;
      float count = scale * counts.count(firstCount + past);
      float g = conductances.getAtIndex(ValueLayout.JAVA_FLOAT, i);
      float updated = device.updated(i, firstFactor + past, count, g);
      conductances.setAtIndex(ValueLayout.JAVA_FLOAT, i, updated);
    }
  }

  /**
   * The devices of differential pairs get pulses, and pairs are refreshed.
   *
   * @param row the first pair's row
   * @param col the first pair's column
   * @param plus conductances of the plus devices; those of the minus devices are in the step
   * @param from the first plus device's place in memory
   * @param to the place after the last one
   */
  void pairs(PairStep step, long row, long col, MemorySegment plus, long from, long to);

  /**
   * The sums of a block of a matrix product: sum(i, j) = fma over b of x(b, i) d(b, j), one product
   * after another from 0 on.
   *
   * @param group which rows of the block
   * @param fromCol the first column whose sums are needed, at the start of a panel
   * @param toCol the column after the last one; sums of whole panels may be written
   */
  void sumOfProducts(ProductBlock block, int group, int fromCol, int toCol);

  /** The field changes and each device keeps its pulse coordinate. */
  void changeField(FieldStep step, MemorySegment conductances, long from, long to);

  /**
   * Devices relax, or are read into other memory.
   *
   * @param firstSource where the first device is in the step's source
   * @param firstPlace its place in the whole crossbar
   * @param firstFactor the place of the first device's factors, if there are factors
   * @param target where the result goes
   * @param from the place of the first device there
   * @param to the place after the last one
   */
  void relax(
      RelaxationStep step,
      long firstSource,
      long firstPlace,
      long firstFactor,
      MemorySegment target,
      long from,
      long to);

  /** What runs, for people: the backend's name and its vector width. */
  String description();
}
