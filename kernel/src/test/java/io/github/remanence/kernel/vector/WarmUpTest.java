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
  void theVectorsBeginAndTheScalarsFollow() {
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

  /** A part of 256 takes 25,600 ns, and one of 4096 devices 8,192 ns. */
  @Test
  void bothGetTheSameTime() {
    nanosOfVectors = 100;
    share(0, 30_000);
    assertThat(done)
        .startsWith(
            "vectors 0 256",
            "scalars 256 4352",
            "scalars 4352 8448",
            "scalars 8448 12544",
            "scalars 12544 16640",
            "vectors 16640 16896",
            "scalars 16896 20992");
  }

  /** Too few devices at the end say little of how fast vectors are. */
  @Test
  void theScalarsDoWhatIsLeftOver() {
    nanosOfVectors = 2;
    share(0, PART + WarmUp.SCALAR_PART + 1);
    assertThat(done).last().isEqualTo("scalars 4352 4353");
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

  /**
   * A part of the vectors takes 25.6 ms. The scalars have 98 ms, 4 ms each, and the vectors nearly
   * twice as much; then 410 ms more, and the vectors six times as much.
   */
  @Test
  void theLongerItTakesTheMoreTimeTheVectorsGet() {
    nanosOfVectors = 100_000;
    nanosOfScalars = 1_000;
    share(0, 100_000);
    assertThat(turnsOfVectors()).isEqualTo(8);
    done.clear();
    nanosOfScalars = 100_000;
    share(0, 20_000);
    assertThat(turnsOfVectors()).isGreaterThan(40);
  }

  private long turnsOfVectors() {
    return done.stream().filter(part -> part.startsWith("vectors")).count();
  }

  @Test
  void itIsOverOnceTheScalarsHadMuchTime() {
    nanosOfScalars = 1 + WarmUp.MOST_NANOS / WarmUp.SCALAR_PART;
    nanosOfVectors = 2 * nanosOfScalars;
    share(0, PART + WarmUp.SCALAR_PART);
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
