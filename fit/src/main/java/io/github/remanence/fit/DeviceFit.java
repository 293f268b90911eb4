package io.github.remanence.fit;

import io.github.remanence.fit.curves.CurvesCsv;
import io.github.remanence.fit.curves.Measurements;
import io.github.remanence.fit.curves.Polarity;
import io.github.remanence.kernel.device.DeviceModel;
import java.util.List;
import java.util.stream.Stream;

/**
 * A device made from measured curves.
 *
 * <p>{@link CurvesCsv} reads them. Each {@link Family} is fitted to each polarity in each field;
 * for a polarity, at every field, the one is taken that predicts best what it was not fitted to.
 * {@link FieldLaw} joins the fields, and {@link Scatter} is what repeats show of how devices differ
 * and of noise.
 *
 * @param model the device
 * @param scores every family tried, for each polarity
 * @param trains what was found in each field
 * @param law how the device moves with the field
 * @param scatter what repeats show
 * @param notes what a reader should know before using the device
 */
public record DeviceFit(
    DeviceModel model,
    List<FamilyScore> scores,
    List<FittedTrain> trains,
    FieldLaw law,
    Scatter scatter,
    List<String> notes) {

  /** Copies the lists. */
  public DeviceFit {
    scores = List.copyOf(scores);
    trains = List.copyOf(trains);
    notes = List.copyOf(notes);
  }

  /**
   * Fits a device.
   *
   * @param name what to call it
   * @param source where the measurements come from
   * @throws IllegalArgumentException if a curve cannot be fitted; the message names it
   */
  public static DeviceFit of(Measurements measured, String name, String source) {
    PolarityFit up = PolarityFit.of(measured, Polarity.POTENTIATION);
    PolarityFit down = PolarityFit.of(measured, Polarity.DEPRESSION);
    FieldLaw law = FieldLaw.of(points(down.trains()), points(up.trains()));
    DeviceLaw device = DeviceLaw.of(law, up.trains(), down.trains());
    List<TrainFit> trains = both(up.trains(), down.trains());
    Scatter scatter = ScatterFit.of(trains, measured);
    DeviceModel model = device.model(name, source, measured.valueUnit(), scatter.nonIdealities());
    List<FittedTrain> fitted =
        trains.stream().map(train -> FittedTrain.of(train, measured, model, law)).toList();
    return new DeviceFit(
        model,
        both(up.scores(), down.scores()),
        fitted,
        law,
        scatter,
        FitNotes.of(trains, fitted, device, scatter));
  }

  /**
   * The device that is its curves: the mean of all repeats, made monotone, without a fit, without
   * variation and noise.
   *
   * @param name what to call it
   * @param source where the measurements come from
   * @throws IllegalArgumentException if a curve goes the wrong way; the message names it
   */
  public static DeviceFit tabulated(Measurements measured, String name, String source) {
    return TabulatedDevice.of(measured, name, source);
  }

  private static List<FieldPoint> points(List<TrainFit> trains) {
    return trains.stream().map(TrainFit::fieldPoint).toList();
  }

  private static <T> List<T> both(List<T> up, List<T> down) {
    return Stream.concat(up.stream(), down.stream()).toList();
  }
}
