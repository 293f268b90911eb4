package io.github.remanence.kernel.scalar;

import io.github.remanence.kernel.step.AffineStep;
import io.github.remanence.kernel.step.CountTable;
import io.github.remanence.kernel.step.FieldStep;
import io.github.remanence.kernel.step.Matrix;
import io.github.remanence.kernel.step.NoisyDevice;
import io.github.remanence.kernel.step.PairStep;
import io.github.remanence.kernel.step.ProductBlock;
import io.github.remanence.kernel.step.PulseStep;
import io.github.remanence.kernel.step.RangeKernel;
import io.github.remanence.kernel.step.RelaxationStep;
import io.github.remanence.kernel.step.ResponseStep;
import io.github.remanence.kernel.step.VariedDevice;
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
      float n = scale * counts.count(firstCount + i - from);
      set(conductances, i, DeviceStep.pulsed(step, n, get(conductances, i)));
    }
  }

  @Override
  public void varied(
      VariedDevice device,
      long firstFactor,
      float scale,
      Matrix counts,
      long firstCount,
      MemorySegment conductances,
      long from,
      long to) {
    for (long i = from; i < to; i++) {
      float n = scale * counts.count(firstCount + i - from);
      float g = get(conductances, i);
      set(conductances, i, DeviceStep.varied(device, firstFactor + i - from, n, g));
    }
  }

  @Override
  public void responded(
      ResponseStep step,
      long firstFactor,
      float scale,
      Matrix counts,
      long firstCount,
      MemorySegment conductances,
      long from,
      long to) {
    for (long i = from; i < to; i++) {
      float n = scale * counts.count(firstCount + i - from);
      float felt = n * step.factors().onPulses(n, firstFactor + i - from);
      set(conductances, i, PulseByPulse.responded(step, felt, get(conductances, i)));
    }
  }

  @Override
  public void noisy(
      NoisyDevice device,
      long firstFactor,
      float scale,
      Matrix counts,
      long firstCount,
      MemorySegment conductances,
      long from,
      long to) {
    for (long i = from; i < to; i++) {
      float n = scale * counts.count(firstCount + i - from);
      float g = get(conductances, i);
      set(conductances, i, NoisyStep.noisy(device, firstFactor + i - from, i, n, g));
    }
  }

  @Override
  public void pairs(PairStep step, long row, long col, MemorySegment plus, long from, long to) {
    MemorySegment minus = step.minus().memory();
    PulseStep device = step.device();
    for (long i = from; i < to; i++) {
      long at = col + i - from;
      long other = step.minus().index(row, at);
      float n = step.scale() * step.counts().count(step.counts().index(row, at));
      float felt = n * DeviceStep.factor(n > 0 ? step.minusFactors() : step.plusFactors(), row, at);
      float onPlus = felt > 0 ? 0 : felt;
      float onMinus = felt > 0 ? felt : 0;
      float p = DeviceStep.pulsed(device, onPlus, get(plus, i));
      float m = DeviceStep.pulsed(device, onMinus, get(minus, other));
      boolean minusAtEnd = m <= device.min() && p >= device.min();
      float p1 = minusAtEnd ? device.max() : p;
      float m1 = minusAtEnd ? DeviceStep.mirrored(device, p) : m;
      boolean plusAtEnd = p1 <= device.min() && m1 >= device.min();
      set(plus, i, plusAtEnd ? DeviceStep.mirrored(device, m1) : p1);
      set(minus, other, plusAtEnd ? device.max() : m1);
    }
  }

  @Override
  public void sumOfProducts(ProductBlock block, int group, int fromCol, int toCol) {
    for (int i = 0; i < ProductBlock.ROWS; i++) {
      int firstSum = block.firstSum(group) + i * block.cols();
      for (int j = fromCol; j < toCol; j++) {
        block.sumValues()[firstSum + j] = sum(block, group, i, j);
      }
    }
  }

  private static float sum(ProductBlock block, int group, int row, int col) {
    int panel = col / ProductBlock.PANEL * ProductBlock.PANEL * block.batch();
    float sum = 0;
    for (int b = 0; b < block.batch(); b++) {
      float x = block.rowFactors()[b * block.rows() + group * ProductBlock.ROWS + row];
      float d = block.colFactors()[panel + b * ProductBlock.PANEL + col % ProductBlock.PANEL];
      sum = Math.fma(x, d, sum);
    }
    return sum;
  }

  @Override
  public void changeField(FieldStep step, MemorySegment conductances, long from, long to) {
    for (long i = from; i < to; i++) {
      set(conductances, i, DeviceStep.fieldChanged(step, get(conductances, i)));
    }
  }

  @Override
  public void relax(
      RelaxationStep step,
      long firstSource,
      long firstPlace,
      long firstFactor,
      MemorySegment target,
      long from,
      long to) {
    for (long i = from; i < to; i++) {
      long past = i - from;
      float g = get(step.source().memory(), firstSource + past);
      set(target, i, NoisyStep.relaxed(step, firstFactor + past, firstPlace + past, g));
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
