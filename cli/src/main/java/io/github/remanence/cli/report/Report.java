package io.github.remanence.cli.report;

import io.github.remanence.kernel.json.DeviceJson;
import io.github.remanence.validate.Machine;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the main job found, as plain data.
 *
 * @param command the command line that made it
 * @param version of this program
 * @param date when it was made, ISO 8601 with offset
 * @param machine where
 * @param device the device, in the form that {@code --device} reads
 * @param backend what computed, with its vector width
 * @param threads how many worked at once
 * @param train pulses in one update: n for every device, or from -n to n where each has its own
 *     count
 * @param fields the device in each field, weakest first
 * @param updates the measured updates, by size and then field
 * @param ceiling what their speed stands beside, in words
 * @param bound the stated bound of an update's error, in words
 * @param worstShare the largest error as a share of the stated bound
 * @param boundKept true if that is at most 1
 */
public record Report(
    String command,
    String version,
    String date,
    Machine machine,
    JsonNode device,
    String backend,
    int threads,
    int train,
    List<FieldResponse> fields,
    List<UpdateResult> updates,
    String ceiling,
    String bound,
    double worstShare,
    boolean boundKept) {

  private static final JsonMapper MAPPER = new JsonMapper();

  /** Puts together what a job found here and now. */
  public static Report of(
      MainJob job,
      String command,
      String version,
      List<FieldResponse> fields,
      List<UpdateResult> updates) {
    double worst = updates.stream().mapToDouble(UpdateResult::worstShare).max().orElse(Double.NaN);
    return new Report(
        command,
        version,
        OffsetDateTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS).toString(),
        Machine.here(),
        MAPPER.readTree(DeviceJson.write(job.model())),
        job.kernel().description(),
        job.threads(),
        job.train(),
        fields,
        updates,
        job.ceiling(),
        job.bound().statement(),
        worst,
        worst <= 1); // NaN is not
  }
}
