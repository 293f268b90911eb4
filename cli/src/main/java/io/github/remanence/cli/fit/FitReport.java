package io.github.remanence.cli.fit;

import io.github.remanence.cli.page.HtmlPage;
import io.github.remanence.fit.DeviceFit;
import io.github.remanence.fit.Estimate;
import io.github.remanence.fit.FieldLaw;
import io.github.remanence.fit.FittedTrain;
import io.github.remanence.fit.Scatter;
import io.github.remanence.fit.TrainEnds;
import io.github.remanence.fit.curves.Measurements;
import io.github.remanence.kernel.field.Linearisation;
import io.github.remanence.kernel.json.DeviceJson;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a fit found, as plain data.
 *
 * @param command the command line that made it
 * @param version of this program
 * @param measurements the file with the curves
 * @param fieldUnit unit of the field, empty if the file names none
 * @param device the device, in the form that {@code --device} reads
 * @param fields every field that was measured, weakest first
 * @param lawFrom what the field law was read from, empty if there is none
 * @param families every family tried, for each polarity
 * @param trains the trains of each polarity in each field
 * @param scatter what repeats show
 * @param notes what a reader should know before using the device
 */
public record FitReport(
    String command,
    String version,
    String measurements,
    String fieldUnit,
    JsonNode device,
    List<Field> fields,
    String lawFrom,
    List<FamilyTried> families,
    List<Train> trains,
    Scatter scatter,
    List<String> notes) {

  private static final JsonMapper MAPPER = new JsonMapper();

  /** The page as text, to be stored in UTF-8. */
  public String page() {
    return HtmlPage.of(this, FitReport.class);
  }

  /**
   * A field and s of the field law there, with its interval where the law was read from this field.
   */
  public record Field(
      double field, double linearisation, @Nullable Double low, @Nullable Double high) {

    private static Field of(double field, FieldLaw law, Linearisation joined) {
      for (int i = 0; i < law.estimates().size(); i++) {
        if (law.points().get(i).field() == field) {
          Estimate s = law.estimates().get(i);
          return new Field(field, s.value(), s.low(), s.high());
        }
      }
      return new Field(field, law.changes() ? joined.at(field) : 0, null, null);
    }
  }

  /** A family, how well it predicts what it was not fitted to, and whether it was taken. */
  public record FamilyTried(String polarity, String family, double error, boolean chosen) {}

  /** An estimate with its interval. */
  public record Interval(String name, double value, double low, double high) {

    private static Interval of(Estimate estimate) {
      return new Interval(estimate.name(), estimate.value(), estimate.low(), estimate.high());
    }
  }

  /** The trains of one polarity in one field; as {@link FittedTrain} has them. */
  public record Train(
      double field,
      String polarity,
      List<Double> pulses,
      List<Double> measured,
      List<Double> fitted,
      List<Double> device,
      TrainEnds law,
      List<Interval> estimates,
      String errors) {

    private static Train of(FittedTrain train) {
      return new Train(
          train.field(),
          train.polarity().toString(),
          train.pulses(),
          train.measured(),
          train.fitted(),
          train.device(),
          train.law(),
          train.estimates().stream().map(Interval::of).toList(),
          train.errors());
    }
  }

  /** Puts together what was found. */
  public static FitReport of(
      DeviceFit fit, Measurements measured, String file, String command, String version) {
    Linearisation law = fit.model().linearisation();
    return new FitReport(
        command,
        version,
        file,
        measured.fieldUnit(),
        MAPPER.readTree(DeviceJson.write(fit.model())),
        measured.fields().stream().map(h -> Field.of(h, fit.law(), law)).toList(),
        fit.law().from(),
        fit.scores().stream()
            .map(
                score ->
                    new FamilyTried(
                        score.polarity().toString(),
                        score.family().toString(),
                        score.error(),
                        score.chosen()))
            .toList(),
        fit.trains().stream().map(Train::of).toList(),
        fit.scatter(),
        fit.notes());
  }
}
