package io.github.remanence.kernel.scalar;

import io.github.remanence.kernel.step.AffineStep;
import io.github.remanence.kernel.step.CountType;
import io.github.remanence.kernel.step.FieldStep;
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
  public void perDevice(
      PulseStep step,
      CountType type,
      MemorySegment counts,
      MemorySegment conductances,
      long from,
      long to) {
    for (long i = from; i < to; i++) {
      float n = type == CountType.INT8 ? counts.get(ValueLayout.JAVA_BYTE, i) : get(counts, i);
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

  private static float get(MemorySegment memory, long i) {
    return memory.getAtIndex(ValueLayout.JAVA_FLOAT, i);
  }

  private static void set(MemorySegment memory, long i, float g) {
    memory.setAtIndex(ValueLayout.JAVA_FLOAT, i, g);
  }
}
