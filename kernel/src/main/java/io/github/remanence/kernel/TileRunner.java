package io.github.remanence.kernel;

import io.github.remanence.kernel.gpu.ResidentMemory;
import io.github.remanence.kernel.step.Matrix;
import io.github.remanence.kernel.step.RangeKernel;
import io.github.remanence.kernel.step.Step;
import io.github.remanence.kernel.step.StepRunner;
import java.lang.foreign.MemorySegment;

/**
 * Takes steps on the processor, tile by tile.
 *
 * @param backend what computes a tile
 * @param workers who does
 */
record TileRunner(RangeKernel backend, Workers workers) implements StepRunner {

  @Override
  public void run(Step step, Matrix conductances) {
    workers.run(step, backend, conductances);
  }

  @Override
  public boolean reaches(MemorySegment memory) {
    return !ResidentMemory.isResident(memory);
  }

  @Override
  public String description() {
    return backend.description();
  }
}
