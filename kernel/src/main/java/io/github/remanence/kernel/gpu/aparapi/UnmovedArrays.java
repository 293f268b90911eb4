package io.github.remanence.kernel.gpu.aparapi;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Arrays that stay where they are.
 *
 * <p>Aparapi gives a device the address of an array, and lets the array go before the device has
 * written there (its {@code invoke} releases it after it has only ordered what is to be read): what
 * is collected meanwhile may put another object at that address. The collector G1 leaves an array
 * of more than half a region in its place as long as it lives, but for its last attempt before it
 * is out of memory; no other collector promises as much.
 */
final class UnmovedArrays {

  /** Bytes from which on an array stays; null if there is no such number. */
  private static final @Nullable Long STAYS = stays();

  private UnmovedArrays() {}

  private static @Nullable Long stays() {
    HotSpotDiagnosticMXBean jvm =
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    return jvm != null && Boolean.parseBoolean(jvm.getVMOption("UseG1GC").getValue())
        ? Long.valueOf(jvm.getVMOption("G1HeapRegionSize").getValue()) / 2
        : null;
  }

  /** Why there are none, and what to do; empty if there are. */
  static Optional<String> missing() {
    return STAYS != null
        ? Optional.empty()
        : Optional.of(
            "Aparapi needs the collector that leaves large arrays where they are;"
                + " start Java with -XX:+UseG1GC");
  }

  /** At least so many bytes. */
  static byte[] bytes(long atLeast) {
    return new byte[Math.toIntExact(Math.max(atLeast, stay()))];
  }

  /** At least so many numbers. */
  static int[] ints(int atLeast) {
    return new int[Math.toIntExact(Math.max(atLeast, stay() / Integer.BYTES))];
  }

  private static long stay() {
    if (STAYS == null) {
      throw new IllegalStateException(missing().orElseThrow());
    }
    return STAYS;
  }
}
