package io.github.remanence.fit;

import io.github.remanence.fit.curves.Measurements;
import io.github.remanence.fit.curves.Polarity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What was found for one polarity: one family, at every field.
 *
 * @param scores every family tried
 * @param trains the chosen one in each field, weakest first; empty if the polarity was not measured
 */
record PolarityFit(List<FamilyScore> scores, List<TrainFit> trains) {

  /** A family without a closed form takes pulses one by one; beyond this it is not tried. */
  private static final double MOST_PULSES_ONE_BY_ONE = 2048;

  /** A family fitted in every field. */
  private record Candidate(FamilyScore.Errors errors, List<CurveFit> fits) {}

  /**
   * Fits one polarity.
   *
   * @throws IllegalArgumentException if no family can be fitted
   */
  static PolarityFit of(Measurements measured, Polarity polarity) {
    List<Double> fields =
        measured.fields().stream().filter(h -> !measured.of(polarity, h).isEmpty()).toList();
    if (fields.isEmpty()) {
      return new PolarityFit(List.of(), List.of());
    }
    fields.forEach(h -> requireCurve(MeanCurve.measured(measured.of(polarity, h)), polarity, h));
    double pulses =
        measured.of(polarity).stream()
            .mapToDouble(curve -> curve.points().getLast().pulses())
            .max()
            .orElseThrow();
    List<List<PacedCurve>> curves =
        PacedCurve.of(fields.stream().map(h -> measured.of(polarity, h)).toList(), pulses);
    return of(polarity, fields, curves, candidates(polarity, curves, pulses));
  }

  private static PolarityFit of(
      Polarity polarity,
      List<Double> fields,
      List<List<PacedCurve>> curves,
      List<Candidate> candidates) {
    List<FamilyScore.Errors> errors = candidates.stream().map(Candidate::errors).toList();
    List<CurveFit> fits = candidates.get(errors.indexOf(FamilyScore.best(errors))).fits();
    List<TrainFit> trains =
        IntStream.range(0, fields.size())
            .mapToObj(i -> TrainFit.of(fields.get(i), polarity, fits.get(i), curves.get(i)))
            .toList();
    return new PolarityFit(FamilyScore.of(polarity, errors), trains);
  }

  private static List<Candidate> candidates(
      Polarity polarity, List<List<PacedCurve>> curves, double pulses) {
    List<Candidate> candidates = new ArrayList<>();
    for (Family family : Family.values()) {
      if (family == Family.EXPONENTIAL || pulses <= MOST_PULSES_ONE_BY_ONE) {
        candidate(family, curves, pulses).ifPresent(candidates::add);
      }
    }
    if (candidates.isEmpty()) {
      throw new IllegalArgumentException(
          "no family can be fitted to the curves of %s; look at them for values that jump"
              .formatted(polarity));
    }
    return candidates;
  }

  private static Optional<Candidate> candidate(
      Family family, List<List<PacedCurve>> curves, double pulses) {
    List<CurveFit> fits = new ArrayList<>();
    List<Double> errors = new ArrayList<>();
    for (List<PacedCurve> inField : curves) {
      Optional<CurveFit> fit = CurveFit.of(family, MeanCurve.of(inField), pulses);
      if (fit.isEmpty()) {
        return Optional.empty();
      }
      fits.add(fit.orElseThrow());
      errors.addAll(CrossValidation.errors(fit.orElseThrow(), inField));
    }
    return Optional.of(new Candidate(new FamilyScore.Errors(family, errors), fits));
  }

  /** A curve that a window can be read from: enough points, and going the right way. */
  private static void requireCurve(MeanCurve curve, Polarity polarity, double field) {
    String which = "%s at field %s".formatted(polarity, field);
    if (curve.size() < 4) {
      throw new IllegalArgumentException(
          "%s has values at %d numbers of pulses; a fit needs at least 4"
              .formatted(which, curve.size()));
    }
    double way = curve.values().getEntry(curve.size() - 1) - curve.values().getEntry(0);
    boolean right = polarity == Polarity.POTENTIATION ? way > 0 : way < 0;
    if (!right) {
      throw new IllegalArgumentException(
          "%s leads from %s to %s, the wrong way; are the polarities mixed up?"
              .formatted(
                  which, curve.values().getEntry(0), curve.values().getEntry(curve.size() - 1)));
    }
  }
}
