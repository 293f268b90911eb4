package io.github.remanence.kernel.step;

import java.lang.foreign.MemorySegment;

/** Takes whole steps: by tiles on the threads of this machine, or on an accelerator. */
public interface StepRunner {

  /**
   * Takes a step on all devices and returns when it is done.
   *
   * @param conductances the whole crossbar; as one long row if the step is {@link Step#isRowless}
   *     and there are no gaps
   */
  void run(Step step, Matrix conductances);

  /** Whether it can work in this memory. */
  boolean reaches(MemorySegment memory);

  /** What runs, for people. */
  String description();
}
