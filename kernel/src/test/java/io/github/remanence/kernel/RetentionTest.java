package io.github.remanence.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A thread that has updated a crossbar does not keep its memory from being collected. */
class RetentionTest {

  @ParameterizedTest
  @EnumSource
  void anUpdateKeepsNoMemoryAlive(Form form) {
    WeakReference<float[]> memory = updated(form);
    for (int attempt = 0; attempt < 50 && memory.get() != null; attempt++) {
      System.gc();
      LockSupport.parkNanos(1_000_000);
    }
    assertThat(memory.get()).as("memory of a crossbar after %s", form).isNull();
  }

  /** In a method of its own, so that no local variable is left. */
  private static WeakReference<float[]> updated(Form form) {
    float[] conductances = Conductances.start(130 * 130, 1);
    Crossbar crossbar = Crossbar.wrap(conductances, 130, 130);
    form.on(crossbar, Crossbar.onHeap(130, 130)).by(Backends.vectors());
    return new WeakReference<>(conductances);
  }
}
