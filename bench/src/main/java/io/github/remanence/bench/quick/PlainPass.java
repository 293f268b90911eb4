package io.github.remanence.bench.quick;

import io.github.remanence.bench.ceiling.CeilingMemory;
import io.github.remanence.bench.ceiling.Team;
import io.github.remanence.kernel.Crossbar;

/**
 * The plainest pass over as much memory as a crossbar has, where the crossbar is: nothing that an
 * update of it moves can be moved faster.
 */
interface PlainPass extends AutoCloseable {

  /** Makes so many passes. */
  void run(int passes);

  /** How many values a pass reads and writes. */
  long values();

  @Override
  void close();

  /**
   * Beside a crossbar.
   *
   * @param threads those of the host that share a pass over its memory
   */
  static PlainPass beside(Crossbar crossbar, int threads) {
    return crossbar.isOnGpu() ? new OnGpu(crossbar) : new OnHost(crossbar.devices(), threads);
  }

  /** A scaling in place, as an update goes. */
  final class OnHost implements PlainPass {
    private final CeilingMemory memory;
    private final Team team;

    OnHost(long devices, int threads) {
      memory = new CeilingMemory(devices);
      team = new Team(threads);
    }

    @Override
    public void run(int passes) {
      memory.scale(team, passes);
    }

    @Override
    public long values() {
      return memory.values();
    }

    @Override
    public void close() {
      team.close();
    }
  }

  /** A copy from one place to another: what a GPU does without a program. */
  final class OnGpu implements PlainPass {
    private final Crossbar from;
    private final Crossbar to;

    OnGpu(Crossbar crossbar) {
      from = crossbar;
      to = Crossbar.onGpu(crossbar.rows(), crossbar.cols());
    }

    /** Where the copy lies. */
    Crossbar copied() {
      return to;
    }

    @Override
    public void run(int passes) {
      for (int i = 0; i < passes; i++) {
        from.copyTo(to);
      }
    }

    @Override
    public long values() {
      return from.devices();
    }

    @Override
    public void close() {
      to.close();
    }
  }
}
