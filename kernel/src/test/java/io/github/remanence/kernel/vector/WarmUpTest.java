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

  /** The first part, which waits for classes, does not count. */
  @Test
  void theVectorsBeginAndTheScalarsFollow() {
    share(10, 10 + 3 * PART);
    assertThat(done).containsExactly("vectors 10 266", "vectors 266 522", "scalars 522 778");
  }

  @Test
  void theVectorsDoShortRanges() {
    share(0, PART);
    share(5, 5);
    assertThat(done).containsExactly("vectors 0 256", "vectors 5 5");
    assertThat(warmUp.isOver()).isFalse();
  }

  /** A part of 256 takes 25,600 ns, and one of 4096 devices 8,192 ns. */
  @Test
  void bothGetTheSameTime() {
    nanosOfVectors = 100;
    share(0, 30_000);
    assertThat(done)
        .startsWith(
            "vectors 0 256",
            "vectors 256 512",
            "scalars 512 4608",
            "scalars 4608 8704",
            "scalars 8704 12800",
            "scalars 12800 16896",
            "vectors 16896 17152",
            "scalars 17152 21248");
  }

  /** Too few devices at the end say little of how fast vectors are. */
  @Test
  void theScalarsDoWhatIsLeftOver() {
    nanosOfVectors = 2;
    share(0, 2 * PART + WarmUp.SCALAR_PART + 1);
    assertThat(done).last().isEqualTo("scalars 4608 4609");
  }

  @Test
  void whatIsNotSharedIsDoneByTurns() {
    for (int i = 0; i < 4; i++) {
      warmUp.whole(10, byVectors -> work(byVectors, 0, 10));
    }
    assertThat(done)
        .containsExactly("vectors 0 10", "vectors 0 10", "scalars 0 10", "scalars 0 10");
    nanosOfVectors = 1;
    for (int i = 0; i < 1000 && !warmUp.isOver(); i++) {
      warmUp.whole(10, byVectors -> work(byVectors, 0, 10));
    }
    assertThat(warmUp.isOver()).isTrue();
  }

  @Test
  void itIsOverOnceTheVectorsWereFaster() {
    share(0, 1_000_000);
    assertThat(warmUp.isOver()).isFalse();
    nanosOfVectors = 1;
    done.clear();
    share(0, 1_000_000);
    assertThat(warmUp.isOver()).isTrue();
    assertThat(done).last().asString().startsWith("vectors").endsWith(" 1000000");
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
  void itIsOverOnceTheVectorsHadTheirTime() {
    nanosOfVectors = 1 + WarmUp.MOST_NANOS / PART;
    share(0, PART + 1);
    assertThat(warmUp.isOver()).isFalse();
    share(0, PART + 1);
    assertThat(warmUp.isOver()).isTrue();
  }

  private void share(long from, long to) {
    warmUp.share(from, to, this::work);
  }

  private void work(boolean byVectors, long from, long to) {
    done.add("%s %d %d".formatted(byVectors ? "vectors" : "scalars", from, to));
    now += (to - from) * (byVectors ? nanosOfVectors : nanosOfScalars);
  }
}
