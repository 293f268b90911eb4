package io.github.remanence.fit;

import io.github.remanence.kernel.device.DeviceCurve;
import io.github.remanence.kernel.device.DeviceModel;
import io.github.remanence.kernel.device.NonIdealities;
import io.github.remanence.kernel.device.Ranged;
import io.github.remanence.kernel.device.Response;
import java.util.List;
import java.util.stream.Stream;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;

/**
 * Both polarities along the field law, and how their windows go together.
 *
 * <p>A device has one window. Where potentiation ends as high as depression starts, and depression
 * as low as potentiation starts, within the errors of all fields together (or one part in a hundred
 * of the range), the window is the mean of both. Otherwise it is wide enough for both, and each
 * polarity is {@link Ranged} to its part of it.
 */
record DeviceLaw(
    FieldLaw law, PolarityLaw potentiation, PolarityLaw depression, boolean oneWindow) {

  /** The part of devices with one window that may look as if they had two. */
  private static final double CHANCE = 0.01;

  /** Of the range: a smaller difference is none, however well it is known. */
  private static final double NEGLIGIBLE = 0.01;

  static DeviceLaw of(FieldLaw law, List<TrainFit> up, List<TrainFit> down) {
    if (up.isEmpty() || down.isEmpty()) {
      PolarityLaw only = PolarityLaw.of(up.isEmpty() ? down : up, law);
      return up.isEmpty()
          ? new DeviceLaw(law, only.mirrored(), only, true)
          : new DeviceLaw(law, only, only.mirrored(), true);
    }
    PolarityLaw rise = PolarityLaw.of(up, law);
    PolarityLaw fall = PolarityLaw.of(down, law);
    if (!oneWindow(up, down)) {
      return new DeviceLaw(law, rise, fall, false);
    }
    List<TrainFit> both = Stream.concat(up.stream(), down.stream()).toList();
    Line low = PolarityLaw.line(both, law, ends(up, down, false));
    Line high = PolarityLaw.line(both, law, ends(up, down, true));
    return new DeviceLaw(law, rise.between(low, high), fall.between(high, low), true);
  }

  /** The upper ends of all trains, or the lower ones. */
  private static List<Estimate> ends(List<TrainFit> up, List<TrainFit> down, boolean upper) {
    return Stream.concat(
            up.stream().map(train -> upper ? train.end() : train.start()),
            down.stream().map(train -> upper ? train.start() : train.end()))
        .toList();
  }

  private static boolean oneWindow(List<TrainFit> up, List<TrainFit> down) {
    double squares = 0;
    double largest = 0;
    int compared = 0;
    for (TrainFit rise : up) {
      for (TrainFit fall : down) {
        if (rise.field() == fall.field()) {
          squares += squared(rise.end(), fall.start()) + squared(rise.start(), fall.end());
          double most = Math.max(away(rise.end(), fall.start()), away(rise.start(), fall.end()));
          largest = Math.max(largest, most / rise.range().value());
          compared += 2;
        }
      }
    }
    return compared == 0
        || largest <= NEGLIGIBLE
        || squares <= new ChiSquaredDistribution(compared).inverseCumulativeProbability(1 - CHANCE);
  }

  private static double away(Estimate a, Estimate b) {
    return Math.abs(a.value() - b.value());
  }

  private static double squared(Estimate a, Estimate b) {
    double error = Math.hypot(a.normalError(), b.normalError());
    return away(a, b) == 0 ? 0 : Math.pow(away(a, b) / error, 2);
  }

  /**
   * The device.
   *
   * @throws IllegalArgumentException if it would be none, such as one whose window turns over
   */
  DeviceModel model(String name, String source, String unit, NonIdealities nonIdealities) {
    DeviceCurve first = curve(0);
    DeviceModel model =
        law.changes()
            ? new DeviceModel(name, source, unit, first, curve(1), law.linearisation(), 0)
            : DeviceModel.of(name, source, unit, first);
    return model.with(nonIdealities);
  }

  private DeviceCurve curve(double s) {
    double low = Math.min(potentiation.start().at(s), depression.end().at(s));
    double high = Math.max(potentiation.end().at(s), depression.start().at(s));
    Response rise = potentiation.response(s);
    Response fall = depression.response(s);
    if (oneWindow) {
      return new DeviceCurve(low, high, rise, fall);
    }
    double range = high - low;
    return new DeviceCurve(
        low,
        high,
        ranged(rise, potentiation.start().at(s) - low, potentiation.end().at(s) - low, range),
        ranged(fall, high - depression.start().at(s), high - depression.end().at(s), range));
  }

  private static Response ranged(Response response, double from, double to, double range) {
    return new Ranged(response, Math.clamp(from / range, 0, 1), Math.clamp(to / range, 0, 1));
  }
}
