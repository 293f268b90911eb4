package io.github.remanence.kernel.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OffHeapMemoryTest {

  private static final Path MAPPINGS = Path.of("/proc/self/smaps");
  private static final Path HUGE_PAGES = Path.of("/sys/kernel/mm/transparent_hugepage/enabled");

  /** The C library gives a piece of this size back to the system as soon as it is freed. */
  private static final long LARGE = 64 << 20;

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 63, (4 << 20) - 1, 4 << 20, (4 << 20) + 1, 10_000_019})
  void memoryOfAnySizeIsAllZeroFromTheStartOfCacheLine(long bytes) {
    for (int time = 0; time < 3; time++) { // The second time over what the first one left.
      try (Arena arena = Arena.ofConfined()) {
        MemorySegment memory = OffHeapMemory.allocate(bytes, arena);
        assertThat(memory.byteSize()).isEqualTo(bytes);
        assertThat(memory.address() % 64).isZero();
        assertThat(memory.mismatch(MemorySegment.ofArray(new byte[(int) bytes]))).isEqualTo(-1);
        memory.fill((byte) -1);
      }
    }
  }

  @Test
  void memoryThatIsNotThereIsAnErrorThatSaysHowMuchWasAskedFor() {
    try (Arena arena = Arena.ofConfined()) {
      assertThatThrownBy(() -> OffHeapMemory.allocate(1L << 60, arena))
          .isInstanceOf(OutOfMemoryError.class)
          .hasMessageContaining(Long.toString(1L << 60));
    }
  }

  @Test
  @EnabledIf("systemHasHugePages")
  void largeMemoryAsksForHugePagesAndIsGoneAfterItsArena() throws IOException {
    long address;
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment memory = OffHeapMemory.allocate(LARGE, arena);
      address = memory.address();
      assertThat(mapping(address).orElseThrow()).containsPattern("VmFlags:.* hg\\b");
    }
    assertThat(mapping(address).filter(text -> text.contains(" hg"))).isEmpty();
  }

  static boolean systemHasHugePages() {
    return Files.exists(MAPPINGS) && Files.exists(HUGE_PAGES);
  }

  /** What Linux says of the mapping that has this address. */
  private static Optional<String> mapping(long address) throws IOException {
    String[] mappings =
        Pattern.compile("(?m)^(?=[0-9a-f]+-[0-9a-f]+ )").split(Files.readString(MAPPINGS));
    return Arrays.stream(mappings)
        .filter(text -> text.matches("(?s)[0-9a-f]+-[0-9a-f]+ .*"))
        .filter(text -> contains(text.substring(0, text.indexOf(' ')), address))
        .findFirst();
  }

  private static boolean contains(String range, long address) {
    int dash = range.indexOf('-');
    long start = Long.parseUnsignedLong(range.substring(0, dash), 16);
    long end = Long.parseUnsignedLong(range.substring(dash + 1), 16);
    return Long.compareUnsigned(start, address) <= 0 && Long.compareUnsigned(address, end) < 0;
  }
}
