package io.github.remanence.fit;

import io.github.remanence.kernel.device.Response;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * One polarity along the field law: every number of it is the straight line in s that is nearest to
 * what was found in each field, weighted by the inverse of its variance.
 *
 * @param family at every field
 * @param pulses P, at every field
 * @param start the conductance where pulses start
 * @param end the one where they end
 * @param numbers of the response
 */
record PolarityLaw(Family family, double pulses, Line start, Line end, List<Line> numbers) {

  static PolarityLaw of(List<TrainFit> trains, FieldLaw law) {
    CurveFit any = trains.getFirst().fit();
    return new PolarityLaw(
        any.family(),
        any.pulses(),
        line(trains, law, TrainFit::start),
        line(trains, law, TrainFit::end),
        IntStream.range(0, any.family().numberNames.size())
            .mapToObj(i -> line(trains, law, train -> train.numbers().get(i)))
            .toList());
  }

  static Line line(List<TrainFit> trains, FieldLaw law, Function<TrainFit, Estimate> what) {
    return line(trains, law, trains.stream().map(what).toList());
  }

  static Line line(List<TrainFit> trains, FieldLaw law, List<Estimate> estimates) {
    return new Line(
        trains.stream().map(train -> law.linearisation().at(train.field())).toList(),
        estimates.stream().map(Estimate::value).toList(),
        estimates.stream().map(FieldLaw::weight).toList());
  }

  /** The same response the other way: what stands in for a polarity that was not measured. */
  PolarityLaw mirrored() {
    return between(end, start);
  }

  /** With other ends of its window. */
  PolarityLaw between(Line from, Line to) {
    return new PolarityLaw(family, pulses, from, to, numbers);
  }

  Response response(double s) {
    return family.ofNumbers(numbers.stream().mapToDouble(line -> line.at(s)).toArray(), pulses);
  }
}
