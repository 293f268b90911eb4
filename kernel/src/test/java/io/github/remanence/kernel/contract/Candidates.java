package io.github.remanence.kernel.contract;

import io.github.remanence.kernel.scalar.ScalarKernel;
import io.github.remanence.kernel.step.RangeKernel;
import io.github.remanence.kernel.vector.ColdStart;
import io.github.remanence.kernel.vector.VectorKernel;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * Every backend at every width. The contract runs on all of them; a new backend is one new line.
 */
final class Candidates {

  private Candidates() {}

  static final RangeKernel ORACLE = new ScalarKernel();

  static List<RangeKernel> all() {
    return Stream.concat(
            Stream.of(new ScalarKernel(), cold()),
            VectorKernel.WIDTHS.stream().map(VectorKernel::new))
        .toList();
  }

  /** On a clock that ticks when it is read no loop gets warm, and all long ranges are shared. */
  private static RangeKernel cold() {
    LongSupplier clock = new AtomicLong()::incrementAndGet;
    return new ColdStart(new VectorKernel(VectorKernel.preferredBits()), clock);
  }
}
