package io.github.remanence.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every table must see what it is there to see: here it measures kernels that are slightly wrong.
 */
class SaboteurTest {

  private static final Subject HONEST = Subject.all().getFirst();

  private static final Saboteur IDLE =
      new Saboteur("does nothing", HONEST, (i, size, before, after) -> before);

  private static final Saboteur THREE_ULP =
      new Saboteur(
          "is 3 ulp too high", HONEST, (i, size, before, after) -> after + 3 * Math.ulp(after));

  private static final Saboteur LONG_STEPS =
      new Saboteur(
          "steps too far by 2e-6 of the step",
          HONEST,
          (i, size, before, after) -> (float) (after + 2e-6 * ((double) after - before)));

  private static final Saboteur NO_TAIL =
      new Saboteur(
          "forgets what does not fill a vector",
          HONEST,
          (i, size, before, after) -> i < size - size % 8 ? after : before);

  private static final Saboteur OFF_THE_CURVE =
      new Saboteur(
          "misses the curve by 5e-6 of the window",
          HONEST,
          (i, size, before, after) -> after + 5e-6f);

  private static final Saboteur ONE_BIT =
      new Saboteur(
          "flips the last bit of one device",
          HONEST,
          (i, size, before, after) -> i == size / 2 ? Math.nextUp(after) : after);

  private static final Saboteur ASYMPTOTE_FORM =
      new Saboteur(
          "moves devices that got no pulses by a rounding",
          HONEST,
          (i, size, before, after) -> after == before ? 3f - (3f - after) : after);

  static Stream<Arguments> wrongKernels() {
    return Stream.of(
            updates(IDLE),
            updates(THREE_ULP),
            updates(LONG_STEPS),
            updates(NO_TAIL),
            Stream.of(IDLE, OFF_THE_CURVE, NO_TAIL)
                .map(saboteur -> arguments(saboteur, new KeptCoordinate(saboteur))),
            Stream.of(IDLE, OFF_THE_CURVE, NO_TAIL)
                .map(saboteur -> arguments(saboteur, new KeptCoordinateByNonlinearity(saboteur))),
            Stream.of(IDLE, ONE_BIT, NO_TAIL)
                .map(saboteur -> arguments(saboteur, new KeptConductance(saboteur))),
            Stream.of(THREE_ULP, ONE_BIT, ASYMPTOTE_FORM)
                .map(saboteur -> arguments(saboteur, new ZeroPulses(List.of(saboteur)))),
            Stream.of(IDLE, ONE_BIT, NO_TAIL)
                .map(saboteur -> arguments(saboteur, new Agreement(HONEST, List.of(saboteur)))),
            Stream.of(IDLE, THREE_ULP)
                .map(saboteur -> arguments(saboteur, new Drift(saboteur, 1000))))
        .flatMap(pairs -> pairs);
  }

  private static Stream<Arguments> updates(Saboteur saboteur) {
    return Stream.of(
            new ByBackend(List.of(saboteur)),
            new ByNonlinearity(saboteur),
            new ByPulseCount(saboteur),
            new ByDistance(saboteur),
            new ByWindow(saboteur),
            new ByResponse(saboteur),
            new Trains(saboteur))
        .map(question -> arguments(saboteur, question));
  }

  @ParameterizedTest(name = "a kernel that {0}")
  @MethodSource("wrongKernels")
  void aWrongKernelBreaksTheBound(Saboteur saboteur, Question question) {
    Table table = question.answer();
    assertThat(table.passed()).as("%s of a kernel that %s", table.title(), saboteur).isFalse();
    assertThat(table.worstShare()).isGreaterThan(1);
  }
}
