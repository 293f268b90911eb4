package io.github.remanence.kernel.gpu.aparapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.aparapi.device.OpenCLDevice;
import com.aparapi.natives.NativeLoader;
import com.sun.management.HotSpotDiagnosticMXBean;
import io.github.remanence.kernel.gpu.GpuPath;
import io.github.remanence.kernel.gpu.accelerator.Accelerator;
import io.github.remanence.kernel.gpu.accelerator.KernelSource;
import java.io.File;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Aparapi would keep to itself is an error. */
@Tag("gpu")
class AparapiAcceleratorTest {

  private static final long LARGE = 1 << 26;

  @BeforeEach
  void requireAparapi() {
    assumeTrue(
        GpuPath.APARAPI.missing().isEmpty(),
        () -> "skipped: " + GpuPath.APARAPI.missing().orElseThrow());
  }

  /** As it would be if anything but the kernels had run: Java threads, or nothing. */
  @Test
  void aLaunchThatTheDeviceDidNotSignIsAnError() {
    String unsigned =
        KernelSource.openCl().replace("in_memory[255] = in_memory[254];", "/* No. */");
    assertThat(unsigned).isNotEqualTo(KernelSource.openCl());
    assertThatIllegalStateException()
        .isThrownBy(() -> AparapiAccelerator.open(unsigned))
        .withStackTraceContaining("the kernel copied did not run on");
  }

  @Test
  void kernelsThatDoNotCompileAreAnError() {
    assertThatIllegalStateException()
        .isThrownBy(() -> AparapiAccelerator.open("no kernels"))
        .withMessageContaining("does not compile the kernels");
  }

  /** Aparapi itself keeps what a kernel was given before another array: 64 MiB of each launch. */
  @Test
  void whatALaunchUsedIsCollected() {
    AparapiAccelerator accelerator = AparapiAccelerator.open();
    long before = usedMemory();
    for (int i = 0; i < 4; i++) {
      launch(accelerator, LARGE);
    }
    assertThat(usedMemory() - before).isLessThan(2 * LARGE);
  }

  /** Aparapi lets go of arrays while the device writes into them. */
  @Test
  void aCollectionDuringLaunchesLosesNothing() throws InterruptedException {
    AparapiAccelerator accelerator = AparapiAccelerator.open();
    AtomicBoolean over = new AtomicBoolean();
    Thread collector =
        Thread.ofPlatform()
            .start(
                () -> {
                  while (!over.get()) {
                    System.gc();
                  }
                });
    try {
      for (int i = 0; i < 50; i++) {
        launch(accelerator, 1000); // An error if the device's signature does not arrive.
      }
    } finally {
      over.set(true);
      collector.join();
    }
  }

  @Test
  void arraysOfOneByteStayWhereTheyAre() {
    HotSpotDiagnosticMXBean jvm =
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    int region = Integer.parseInt(jvm.getVMOption("G1HeapRegionSize").getValue());
    assertThat(UnmovedArrays.bytes(1).length).isGreaterThanOrEqualTo(region / 2);
    assertThat(UnmovedArrays.ints(1).length).isGreaterThanOrEqualTo(region / 2 / Integer.BYTES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Serial", "Parallel", "Z"})
  void aCollectorThatMovesArraysIsRefused(String collector)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+Use%sGC".formatted(collector),
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                Stream.of(
                        CollectorProbe.class, GpuPath.class, OpenCLDevice.class, NativeLoader.class)
                    .map(AparapiAcceleratorTest::whereItIs)
                    .collect(Collectors.joining(File.pathSeparator)),
                CollectorProbe.class.getName())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    assertThat(output).contains("start Java with -XX:+UseG1GC");
  }

  /** Also where the class path is not that of the JVM. */
  private static String whereItIs(Class<?> type) {
    URI place = URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString());
    return Path.of(place).toString();
  }

  private static void launch(AparapiAccelerator accelerator, long bytes) {
    List<Accelerator.Buffer> buffers =
        new ArrayList<>(Collections.nCopies(10, accelerator.allocate(1)));
    buffers.set(0, accelerator.allocate(bytes));
    accelerator.launch("copied", buffers, MemorySegment.ofArray(new int[254]), 1, 1);
  }

  private static long usedMemory() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
