package io.github.remanence.kernel.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.github.remanence.kernel.device.CycleNoise;
import io.github.remanence.kernel.device.DeviceModel;
import io.github.remanence.kernel.device.Exponential;
import io.github.remanence.kernel.device.ExponentialInConductance;
import io.github.remanence.kernel.device.ExponentialStep;
import io.github.remanence.kernel.device.NonIdealities;
import io.github.remanence.kernel.device.PiecewiseStep;
import io.github.remanence.kernel.device.PowerStep;
import io.github.remanence.kernel.device.PulseRounding;
import io.github.remanence.kernel.device.Ranged;
import io.github.remanence.kernel.device.Response;
import io.github.remanence.kernel.device.Spread;
import io.github.remanence.kernel.device.Tabulated;
import io.github.remanence.kernel.field.Linearisation;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.annotation.EnumNaming;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a device model as JSON and reads it back; numbers come back to the last bit.
 *
 * <pre>{@code
 * {
 *   "name" : "my device", "source" : "lab book 7, page 12", "unit" : "S",
 *   "zeroField" : {
 *     "minConductance" : 1e-6, "maxConductance" : 9e-6,
 *     "potentiation" : { "family" : "exponential", "nonlinearity" : 1.5, "pulses" : 27 },
 *     "depression" : { "family" : "exponential", "nonlinearity" : 2.772, "pulses" : 27 } },
 *   "saturated" : { ... },
 *   "linearisation" : { "law" : "clamped", "saturationField" : 0.45 },
 *   "retention" : 0
 * }
 * }</pre>
 *
 * <p>Response families, see {@link Response}: {@code exponential} (nonlinearity, pulses), {@code
 * exponential-step} (step, amplitude, rate), {@code exponential-in-conductance} (step, decay),
 * {@code power-step} (step, exponent), {@code piecewise-step} (steps: a list of numbers), {@code
 * tabulated} (points: a list of pulses and progress), {@code ranged} (response, from, to).
 *
 * <p>Laws of linearisation: {@code clamped} (saturationField), {@code tanh} and {@code exponential}
 * (scaleField), {@code measured} (points: a list of field and linearisation).
 *
 * <p>What a real device adds may follow, and each part of it may be left out; then it is as in
 * {@link NonIdealities#NONE}. Here is every part, most of them as they are when left out:
 *
 * <pre>{@code
 * "nonIdealities" : {
 *   "variation" : {
 *     "pulses" : { "law" : "absolute-normal", "sigma" : 0.2 },
 *     "span" : { "law" : "normal", "sigma" : 0 },
 *     "nonlinearity" : { "law" : "log-normal", "sigma" : 0.1 },
 *     "min" : { "law" : "normal", "sigma" : 0 }, "max" : { "law" : "normal", "sigma" : 0 },
 *     "samePolarities" : true,
 *     "stuck" : { "probability" : 0, "lowest" : 0, "highest" : 1 } },
 *   "cycleNoise" : { "convention" : "per-step", "sigma" : 0.3, "mode" : "aggregate" },
 *   "deadZone" : 0, "rounding" : "none", "readNoise" : 0, "outputNoise" : 0
 * }
 * }</pre>
 *
 * <p>The names of choices are those of {@link Spread.Law}, {@link CycleNoise.Convention}, {@link
 * CycleNoise.Mode} and {@link PulseRounding} in lower case, with hyphens.
 */
public final class DeviceJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addMixIn(Linearisation.class, Laws.class)
          .addMixIn(Response.class, Families.class)
          .addMixIn(Spread.Law.class, Choices.class)
          .addMixIn(CycleNoise.Convention.class, Choices.class)
          .addMixIn(CycleNoise.Mode.class, Choices.class)
          .addMixIn(PulseRounding.class, Choices.class)
          .annotationIntrospector(new LeftOut())
          .injectableValues(new LeftOut.Values())
          .changeDefaultVisibility(v -> v.withIsGetterVisibility(JsonAutoDetect.Visibility.NONE))
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .build();

  private static final Set<Class<?>> FAMILIES =
      Stream.of(Families.class.getAnnotation(JsonSubTypes.class).value())
          .map(JsonSubTypes.Type::value)
          .collect(Collectors.toUnmodifiableSet());

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

  /** How a response family is named in a file. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "family")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Exponential.class, name = "exponential"),
    @JsonSubTypes.Type(value = ExponentialStep.class, name = "exponential-step"),
    @JsonSubTypes.Type(value = ExponentialInConductance.class, name = "exponential-in-conductance"),
    @JsonSubTypes.Type(value = PowerStep.class, name = "power-step"),
    @JsonSubTypes.Type(value = PiecewiseStep.class, name = "piecewise-step"),
    @JsonSubTypes.Type(value = Tabulated.class, name = "tabulated"),
    @JsonSubTypes.Type(value = Ranged.class, name = "ranged")
  })
  private interface Families {}

  /** How a choice is named in a file: ABSOLUTE_NORMAL is {@code absolute-normal}. */
  @EnumNaming(EnumNamingStrategies.KebabCaseStrategy.class)
  private interface Choices {}

  /**
   * The model as indented JSON; of an ideal device without non-idealities.
   *
   * @throws IllegalArgumentException if a response is of a class of the user's own
   */
  public static String write(DeviceModel model) {
    requireNames(model);
    ObjectNode tree = MAPPER.valueToTree(model);
    if (model.nonIdealities().equals(NonIdealities.NONE)) {
      tree.remove("nonIdealities");
    }
    return MAPPER.writeValueAsString(tree);
  }

  private static void requireNames(DeviceModel model) {
    Stream.of(model.zeroField(), model.saturated())
        .flatMap(curve -> Stream.of(curve.potentiation(), curve.depression()))
        .map(Object::getClass)
        .filter(type -> !FAMILIES.contains(type))
        .findFirst()
        .ifPresent(
            type -> {
              throw new IllegalArgumentException(
                  "the response %s of the device '%s' has no name in a file; those of %s have"
                      .formatted(type.getName(), model.name(), Response.class.getPackageName()));
            });
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
          "this is no device model: %s%s%s"
              .formatted(
                  e.getOriginalMessage(),
                  place(e.getLocation()),
                  e.getPathReference().isEmpty() ? "" : " in " + e.getPathReference()),
          e);
    }
  }

  /** Nothing for a field that is unknown: Jackson finds that out when it is past it. */
  private static String place(TokenStreamLocation location) {
    return location.getLineNr() < 1
        ? ""
        : " at line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
  }
}
