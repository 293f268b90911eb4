package io.github.remanence.kernel.json;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.github.remanence.kernel.device.DeviceModel;
import io.github.remanence.kernel.field.Linearisation;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a device model as JSON and reads it back; numbers come back to the last bit.
 *
 * <pre>{@code
 * {
 *   "name" : "my device", "source" : "lab book 7, page 12", "unit" : "S",
 *   "potentiationPulses" : 27, "depressionPulses" : 27,
 *   "zeroField" : { "minConductance" : 1e-6, "maxConductance" : 9e-6,
 *                   "potentiationNonlinearity" : 1.5, "depressionNonlinearity" : 2.772 },
 *   "saturated" : { ... },
 *   "linearisation" : { "law" : "clamped", "saturationField" : 0.45 },
 *   "retention" : 0
 * }
 * }</pre>
 *
 * <p>Laws of linearisation: {@code clamped} (saturationField), {@code tanh} and {@code exponential}
 * (scaleField), {@code measured} (points: a list of field and linearisation).
 */
public final class DeviceJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addMixIn(Linearisation.class, Laws.class)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private DeviceJson() {}

  /** How a law of linearisation is named in a file. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "law")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Linearisation.Clamped.class, name = "clamped"),
    @JsonSubTypes.Type(value = Linearisation.Tanh.class, name = "tanh"),
    @JsonSubTypes.Type(value = Linearisation.Exponential.class, name = "exponential"),
    @JsonSubTypes.Type(value = Linearisation.Measured.class, name = "measured")
  })
  private interface Laws {}

  /** The model as indented JSON. */
  public static String write(DeviceModel model) {
    return MAPPER.writeValueAsString(model);
  }

  /**
   * Reads a model and checks it as if it had been made by hand.
   *
   * @throws IllegalArgumentException if the text is no JSON, a field is missing, unknown or twice,
   *     or the model makes no sense; the message names the place
   */
  public static DeviceModel read(String json) {
    try {
      DeviceModel model = MAPPER.readValue(json, DeviceModel.class);
      if (model == null) {
        throw new IllegalArgumentException("this is no device model: null");
      }
      return model;
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          "this is no device model: %s at line %d, column %d%s"
              .formatted(
                  e.getOriginalMessage(),
                  e.getLocation().getLineNr(),
                  e.getLocation().getColumnNr(),
                  e.getPathReference().isEmpty() ? "" : " in " + e.getPathReference()),
          e);
    }
  }
}
