package io.github.remanence.fit;

import io.github.remanence.fit.curves.Polarity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.linear.RealVector;

/** What a reader should know before using a fitted device, in sentences. */
final class FitNotes {

  private final List<String> notes = new ArrayList<>();

  private FitNotes() {}

  static List<String> of(
      List<TrainFit> trains, List<FittedTrain> fitted, DeviceLaw device, Scatter scatter) {
    FitNotes all = new FitNotes();
    all.sayMissing(fitted.stream().map(FittedTrain::polarity).toList());
    all.sayWindows(device);
    all.sayField(fitted, device.law());
    all.sayDependent(trains);
    all.sayScatter(scatter);
    return all.notes;
  }

  /** What is to be said of the field law. */
  static List<String> ofField(List<FittedTrain> fitted, FieldLaw law) {
    FitNotes all = new FitNotes();
    all.sayMissing(fitted.stream().map(FittedTrain::polarity).toList());
    all.sayField(fitted, law);
    return all.notes;
  }

  private void sayMissing(List<Polarity> measured) {
    for (Polarity polarity : Polarity.values()) {
      if (!measured.contains(polarity)) {
        notes.add(
            "%s was not measured: the device has the response of the other polarity."
                .formatted(polarity));
      }
    }
  }

  private void sayWindows(DeviceLaw device) {
    if (!device.oneWindow()) {
      notes.add(
          "Potentiation and depression run between different conductances: the window holds both,"
              + " and each is ranged to its part of it.");
    }
  }

  private void sayField(List<FittedTrain> fitted, FieldLaw law) {
    if (law.points().size() == 1) {
      return;
    }
    if (!law.changes()) {
      notes.add(
          "Between the fields nothing changes by more than its errors: the device has no field"
              + " law.");
      return;
    }
    notes.add("s of the field law is read from the %s.".formatted(law.from()));
    FittedTrain worst =
        fitted.stream().max(Comparator.comparingDouble(FitNotes::fromFit)).orElseThrow();
    notes.add(
        ("The device is at most %.1f %% of the range (root mean square) from the fit in a field,"
                + " for %s at field %s.")
            .formatted(100 * fromFit(worst), worst.polarity(), worst.field()));
  }

  /** How far the device, with its field law, is from the fit to the field alone. */
  static double fromFit(FittedTrain train) {
    double range = Math.abs(train.fitted().getFirst() - train.fitted().getLast());
    double squares =
        IntStream.range(0, train.fitted().size())
            .mapToDouble(i -> train.fitted().get(i) - train.device().get(i))
            .map(d -> d * d)
            .average()
            .orElseThrow();
    return Math.sqrt(squares) / range;
  }

  private void sayDependent(List<TrainFit> trains) {
    List<String> where =
        trains.stream()
            .filter(train -> train.errorsFrom() == TrainFit.Errors.SCATTER)
            .filter(FitNotes::goTogether)
            .map(train -> "%s at field %s".formatted(train.polarity(), train.field()))
            .toList();
    if (!where.isEmpty()) {
      notes.add(
          ("Neighbouring points lie on the same side of the fit (%s): its intervals are too narrow;"
                  + " measure three devices or cycles or more.")
              .formatted(String.join(", ", where)));
    }
  }

  /** Whether neighbours agree more than chance makes them in one of twenty. */
  private static boolean goTogether(TrainFit train) {
    RealVector residuals = train.residuals();
    int size = residuals.getDimension();
    double products =
        residuals.getSubVector(0, size - 1).dotProduct(residuals.getSubVector(1, size - 1));
    boolean onlyRounding = residuals.getNorm() < 1e-9 * train.range().value();
    return !onlyRounding && products / residuals.dotProduct(residuals) > 1.645 / Math.sqrt(size);
  }

  private void sayScatter(Scatter scatter) {
    if (scatter.cycles() < 2) {
      notes.add(
          "No train was repeated on a device: noise from cycle to cycle cannot be seen%s."
              .formatted(
                  scatter.devices() > 1 ? ", and is a part of what is said of devices" : ""));
    }
  }
}
