package io.github.remanence.kernel.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who does what while a loop is cold, on a clock that the test turns. */
class WarmUpTest {

  private static final int PART = WarmUp.PART;

  private final List<String> done = new ArrayList<>();
  private long now;
  private long nanosOfVectors = 1_000;
  private long nanosOfScalars = 2;
  private final WarmUp warmUp = new WarmUp(() -> now);

  @Test
  void theVectorsDoTheFirstPartOfARange() {
    share(10, 10 + 3 * PART);
    assertThat(done).containsExactly("vectors 10 266", "scalars 266 778");
  }

  @Test
  void theVectorsDoShortRanges() {
    share(0, PART);
    share(5, 5);
    assertThat(done).containsExactly("vectors 0 256", "vectors 5 5");
    assertThat(warmUp.isOver()).isFalse();
  }

  /** A part takes 256,000 ns, and so do 128,000 devices of the scalars. */
  @Test
  void theVectorsWaitUntilTheScalarsHadAsMuchTime() {
    for (int i = 0; i < 3; i++) {
      share(0, PART + 64_000);
    }
    assertThat(done)
        .containsExactly(
            "vectors 0 256",
            "scalars 256 64256",
            "scalars 0 64256",
            "vectors 0 256",
            "scalars 256 64256");
  }

  @Test
  void itIsOverOnceTheVectorsWereFaster() {
    share(0, 1_000_000);
    assertThat(warmUp.isOver()).isFalse();
    nanosOfVectors = 1;
    share(0, 1_000_000);
    assertThat(warmUp.isOver()).isTrue();
  }

  /** The scalars were held up once; the vectors are not faster than they can be. */
  @Test
  void theScalarsAreTakenAtTheirBest() {
    nanosOfVectors = 3;
    share(0, 1_000_000);
    nanosOfScalars = 2_000;
    share(0, 1_000_000);
    share(0, 1_000_000);
    assertThat(warmUp.isOver()).isFalse();
  }

  @Test
  void itIsOverAfterManyPartsOnAClockThatStands() {
    nanosOfVectors = 0;
    nanosOfScalars = 0;
    for (int part = 1; part < WarmUp.MOST_PARTS; part++) {
      share(0, 2 * PART);
    }
    assertThat(warmUp.isOver()).isFalse();
    share(0, 2 * PART);
    assertThat(warmUp.isOver()).isTrue();
  }

  private void share(long from, long to) {
    warmUp.share(
        from,
        to,
        (byVectors, i, end) -> {
          done.add("%s %d %d".formatted(byVectors ? "vectors" : "scalars", i, end));
          now += (end - i) * (byVectors ? nanosOfVectors : nanosOfScalars);
        });
  }
}
