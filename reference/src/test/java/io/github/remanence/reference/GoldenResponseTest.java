package io.github.remanence.reference;

import static io.github.remanence.reference.WorstError.between;

import java.math.BigDecimal;
import java.util.function.ToDoubleBiFunction;
import org.junit.jupiter.api.Test;

/** The response against 100-digit arithmetic. */
class GoldenResponseTest {
  /** The bound in the Javadoc of ExponentialResponse; measured: 4.4e-16 of a step, 2.6e-16 of x. */
  private static final double RELATIVE = 2e-15;

  @Test
  void potentiationAgreesInValueAndInStep() {
    compare("potentiated", GoldenResponseTest::potentiated);
    compareSteps("potentiated", "potentiationStep", GoldenResponseTest::potentiationStep);
  }

  @Test
  void depressionAgreesInValueAndInStep() {
    compare("depressed", GoldenResponseTest::depressed);
    compareSteps("depressed", "depressionStep", GoldenResponseTest::depressionStep);
  }

  @Test
  void pulseCoordinateAgreesAndLeadsBack() {
    WorstError there = new WorstError();
    WorstError back = new WorstError();
    for (GoldenRows.Row row : GoldenRows.of("pulse_coordinate.csv")) {
      ExponentialResponse response = response(row);
      double x = response.pulsesTo(row.number("u"));
      double error = between(x, row.exact("x"));
      there.add(error == 0 ? 0 : error / row.number("x"), row);
      back.add(Math.abs(response.valueAfter(x) - row.number("u")), row);
    }
    there.assertAtMost(RELATIVE);
    back.assertAtMost(RELATIVE);
  }

  /**
   * u' within 1 ulp and RELATIVE of the step, so that one half is about rounding and the other
   * about the step.
   */
  private static void compare(
      String value, ToDoubleBiFunction<ExponentialResponse, GoldenRows.Row> actual) {
    WorstError worst = new WorstError();
    for (GoldenRows.Row row : GoldenRows.of("response.csv")) {
      double step = row.exact(value).subtract(new BigDecimal(row.number("u"))).doubleValue();
      double allowed = Math.ulp(row.number(value)) + RELATIVE * Math.abs(step);
      worst.add(between(actual.applyAsDouble(response(row), row), row.exact(value)) / allowed, row);
    }
    worst.assertAtMost(1);
  }

  /**
   * A step that the clamp did not cut, as a part of itself: no tolerance is wider than the effect.
   */
  private static void compareSteps(
      String value, String step, ToDoubleBiFunction<ExponentialResponse, GoldenRows.Row> actual) {
    WorstError worst = new WorstError();
    for (GoldenRows.Row row : GoldenRows.of("response.csv")) {
      boolean clamped = row.number(value) == 0 || row.number(value) == 1;
      if (!clamped) {
        double error = between(actual.applyAsDouble(response(row), row), row.exact(step));
        worst.add(error / Math.abs(row.number(step)), row);
      }
    }
    worst.assertAtMost(RELATIVE);
  }

  private static ExponentialResponse response(GoldenRows.Row row) {
    return new ExponentialResponse(row.number("nu"), row.number("span"));
  }

  private static double potentiated(ExponentialResponse response, GoldenRows.Row row) {
    return response.potentiate(row.number("u"), row.number("n"));
  }

  private static double potentiationStep(ExponentialResponse response, GoldenRows.Row row) {
    return response.potentiationStep(row.number("u"), row.number("n"));
  }

  private static double depressed(ExponentialResponse response, GoldenRows.Row row) {
    return response.depress(row.number("u"), row.number("n"));
  }

  private static double depressionStep(ExponentialResponse response, GoldenRows.Row row) {
    return response.depressionStep(row.number("u"), row.number("n"));
  }
}
