package io.github.remanence.kernel.scalar;

import io.github.remanence.kernel.step.AffineStep;
import io.github.remanence.kernel.step.CountTable;
import io.github.remanence.kernel.step.ElementType;
import io.github.remanence.kernel.step.FieldStep;
import io.github.remanence.kernel.step.Matrix;
import io.github.remanence.kernel.step.PulseStep;
import io.github.remanence.kernel.step.RangeKernel;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** The scalar backend: loops over {@link DeviceStep}. */
public final class ScalarKernel implements RangeKernel {

  @Override
  public void uniform(AffineStep step, MemorySegment conductances, long from, long to) {
    for (long i = from; i < to; i++) {
      set(conductances, i, DeviceStep.uniform(step, get(conductances, i)));
    }
  }

  @Override
  public void tabulated(
      CountTable table,
      MemorySegment counts,
      long firstCount,
      MemorySegment conductances,
      long from,
      long to) {
    for (long i = from; i < to; i++) {
      byte n = counts.get(ValueLayout.JAVA_BYTE, firstCount + i - from);
      set(conductances, i, DeviceStep.tabulated(table, n, get(conductances, i)));
    }
  }

  @Override
  public void counted(
      PulseStep step,
      float scale,
      Matrix counts,
      long firstCount,
      MemorySegment conductances,
      long from,
      long to) {
    for (long i = from; i < to; i++) {
      float n = scale * count(counts, firstCount + i - from);
      set(conductances, i, DeviceStep.pulsed(step, n, get(conductances, i)));
    }
  }

  @Override
  public void changeField(FieldStep step, MemorySegment conductances, long from, long to) {
    for (long i = from; i < to; i++) {
      set(conductances, i, DeviceStep.fieldChanged(step, get(conductances, i)));
    }
  }

  @Override
  public String description() {
    return "scalar";
  }

  private static float count(Matrix counts, long i) {
    return counts.type() == ElementType.INT8
        ? counts.memory().get(ValueLayout.JAVA_BYTE, i)
        : get(counts.memory(), i);
  }

  private static float get(MemorySegment memory, long i) {
    return memory.getAtIndex(ValueLayout.JAVA_FLOAT, i);
  }

  private static void set(MemorySegment memory, long i, float g) {
    memory.setAtIndex(ValueLayout.JAVA_FLOAT, i, g);
  }
}
