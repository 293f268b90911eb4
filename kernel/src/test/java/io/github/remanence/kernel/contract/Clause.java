package io.github.remanence.kernel.contract;

import io.github.remanence.kernel.step.RangeKernel;
import java.util.List;
import java.util.stream.Stream;

/** A sentence of the contract that every backend keeps. */
interface Clause {

  /** Throws an AssertionError where it does not hold. */
  void check(RangeKernel kernel);

  static List<Clause> all() {
    return Stream.<Clause[]>of(
            ProductContract.values(),
            PairContract.values(),
            NoiseContract.values(),
            RelaxationContract.values(),
            ResponseContract.values(),
            RangeKernelContract.values())
        .flatMap(Stream::of)
        .toList();
  }
}
