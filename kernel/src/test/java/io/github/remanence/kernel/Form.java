package io.github.remanence.kernel;

import static io.github.remanence.kernel.Plans.HALF_FIELD;
import static io.github.remanence.kernel.Plans.NO_FIELD;

import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Everything that can be done to a crossbar of any shape. */
enum Form {
  UNIFORM((g, other) -> pulses(Pulses.uniform(-2.5), g)),
  TRAIN((g, other) -> pulses(Pulses.train(3, -2, 0.5), g)),
  INT8((g, other) -> pulses(Pulses.int8(bytes(g.devices(), 1), g.rows(), g.cols()), g)),
  FLOAT32((g, other) -> pulses(Pulses.float32(floats(g.devices(), 2), g.rows(), g.cols()), g)),
  COUNTS_THAT_ARE_A_PART((g, other) -> pulses(Pulses.float32(partOfLarger(g)), g)),
  GRADIENT((g, other) -> pulses(gradient(g), g)),
  OUTER_PRODUCTS((g, other) -> pulses(outerProducts(g), g)),
  OUTER_PRODUCT_SUM((g, other) -> pulses(outerProductSum(g), g)),

  UNIFORM_ON_DEVICES_THAT_DIFFER((g, other) -> pulses(Pulses.uniform(-2.5), varied(g))),
  INT8_ON_DEVICES_THAT_DIFFER(
      (g, other) ->
          pulses(Pulses.int8(bytes(g.devices(), 3), g.rows(), g.cols()), variedInPulses(g, 4))),
  GRADIENT_ON_DEVICES_THAT_DIFFER((g, other) -> pulses(gradient(g), varied(g))),
  OUTER_PRODUCTS_ON_DEVICES_THAT_DIFFER((g, other) -> pulses(outerProducts(g), varied(g))),
  OUTER_PRODUCT_SUM_ON_DEVICES_THAT_DIFFER((g, other) -> pulses(outerProductSum(g), varied(g))),

  INT8_ON_DEVICES_OF_TWO_POLARITIES(
      (g, other) ->
          pulses(Pulses.int8(bytes(g.devices(), 3), g.rows(), g.cols()), twoPolarities(g, false))),
  GRADIENT_ON_DEVICES_OF_TWO_POLARITIES((g, other) -> pulses(gradient(g), twoPolarities(g, true))),

  INT8_ON_PAIRS(
      (plus, minus) ->
          pairs(
              Pulses.int8(bytes(plus.devices(), 5), plus.rows(), plus.cols()),
              DifferentialPair.of(plus, minus))),
  GRADIENT_ON_PAIRS((plus, minus) -> pairs(gradient(plus), DifferentialPair.of(plus, minus))),
  GRADIENT_ON_PAIRS_THAT_DIFFER(
      (plus, minus) ->
          pairs(
              gradient(plus),
              DifferentialPair.of(variedInPulses(plus, 6), variedInPulses(minus, 7)))),

  INT8_ON_POWER_STEPS(
      (g, other) ->
          responses(Plans.POWER, Pulses.int8(bytes(g.devices(), 21), g.rows(), g.cols()), g)),
  TRAIN_ON_EXPONENTIAL_STEPS(
      (g, other) -> responses(Plans.EXPONENTIAL_STEP, Pulses.train(3, -2, 0.5), g)),
  GRADIENT_ON_MIXED_FAMILIES_THAT_DIFFER(
      (g, other) -> responses(Plans.MIXED, gradient(g), twoPolarities(g, false))),
  INT8_ON_POWER_STEPS_THAT_DIFFER(
      (g, other) ->
          responses(
              Plans.POWER, Pulses.int8(bytes(g.devices(), 26), g.rows(), g.cols()), varied(g))),
  GRADIENT_ON_TABLES_IN_WINDOWS_OF_THEIR_OWN(
      (g, other) -> responses(Plans.TABULATED, gradient(g), variedInWindow(g))),
  GRADIENT_ON_DEVICES_THAT_DIFFER_AND_SPEED_UP(
      (g, other) -> responses(Plans.SPEEDS_UP, gradient(g), twoPolarities(g, true))),
  GRADIENT_ON_PAIRS_OF_POWER_STEPS(
      (plus, minus) -> pairs(Plans.POWER, gradient(plus), DifferentialPair.of(plus, minus))),
  INT8_ON_PAIRS_OF_TABLES_THAT_DIFFER(
      (plus, minus) ->
          pairs(
              Plans.TABULATED,
              Pulses.int8(bytes(plus.devices(), 23), plus.rows(), plus.cols()),
              DifferentialPair.of(variedInPulses(plus, 24), variedInPulses(minus, 25)))),
  OUTER_PRODUCTS_ON_TABLES((g, other) -> responses(Plans.TABULATED, outerProducts(g), g)),
  OUTER_PRODUCT_SUM_ON_POWER_STEPS(
      (g, other) -> responses(Plans.POWER, outerProductSum(g), variedInPulses(g, 22))),

  DECAY((g, other) -> relaxation(Relaxation.decay(1, 0.25), g)),
  DRIFT((g, other) -> relaxation(Relaxation.drift(1, 10, 0.05), g)),

  NOISE_OF_EACH_STEP((g, other) -> noisy(NoisyPlans.PER_STEP, Pulses.uniform(-2.5), g)),
  NOISE_OF_EACH_STEP_ON_DEVICES_THAT_DIFFER(
      (g, other) -> noisy(NoisyPlans.PER_STEP, gradient(g), varied(g))),
  NOISE_OF_EACH_PULSE((g, other) -> noisy(NoisyPlans.RANGE_SQRT_N, gradient(g), g)),
  NOISE_OF_EACH_PULSE_ON_DEVICES_THAT_DIFFER(
      (g, other) -> noisy(NoisyPlans.RANGE_SQRT_N, outerProductSum(g), varied(g))),
  NOISE_OF_EACH_STEP_ON_DEVICES_OF_TWO_POLARITIES(
      (g, other) -> noisy(NoisyPlans.PER_STEP, gradient(g), twoPolarities(g, true))),
  NOISE_OF_EACH_PULSE_ON_DEVICES_OF_TWO_POLARITIES(
      (g, other) -> noisy(NoisyPlans.RANGE_SQRT_N, gradient(g), twoPolarities(g, true))),
  NOISE_OF_EACH_UPDATE(
      (g, other) ->
          noisy(
              NoisyPlans.RANGE,
              Pulses.int8(bytes(g.devices(), 18), g.rows(), g.cols()),
              variedInPulses(g, 19))),
  NOISE_OF_EACH_OUTER_PRODUCT((g, other) -> noisy(NoisyPlans.RANGE, outerProducts(g), g)),
  NOISE_PULSE_BY_PULSE((g, other) -> noisy(NoisyPlans.PULSE_BY_PULSE, gradient(g), g)),
  NOISE_OF_OTHER_FAMILIES((g, other) -> noisy(NoisyPlans.OF_STEPS, gradient(g), g)),
  NOISE_OF_OTHER_FAMILIES_THAT_DIFFER(
      (g, other) -> noisy(NoisyPlans.OF_FAMILIES, gradient(g), twoPolarities(g, false))),
  NOISE_AT_ONCE_OF_OTHER_FAMILIES(
      (g, other) -> noisy(NoisyPlans.OF_FAMILIES_AT_ONCE, Pulses.uniform(-2.5), g)),
  NOISE_AT_ONCE_OF_OTHER_FAMILIES_THAT_DIFFER(
      (g, other) -> noisy(NoisyPlans.OF_STEPS_AT_ONCE, gradient(g), varied(g))),
  PULSES_ROUNDED_BY_CHANCE((g, other) -> noisy(NoisyPlans.ROUNDED, gradient(g), g)),
  NOISE_OF_WRITING(
      (g, shown) -> writing(gradient(g), HiddenConductances.of(varied(g), shown, 0.02))),
  DIFFUSION((g, other) -> diffusion(variedInPulses(g, 20))),
  READ((g, other) -> kernel -> kernel.read(g, g, 0.015, NoisyPlans.DRAWS)),
  FILL_NORMAL((g, other) -> kernel -> kernel.fillNormal(g, 1.5, 0.1, NoisyPlans.DRAWS)),
  FILL_UNIFORM((g, other) -> kernel -> kernel.fillUniform(g, 1, 2, NoisyPlans.DRAWS)),

  KEEPING_COORDINATE((g, other) -> change(FieldChange.keepingCoordinate(NO_FIELD, HALF_FIELD), g)),
  KEEPING_COORDINATE_OF_OTHER_FAMILIES(
      (g, other) -> change(FieldChange.keepingCoordinate(Plans.POWER, Plans.TABULATED), g)),
  KEEPING_CONDUCTANCE(
      (g, other) -> change(FieldChange.keepingConductance(NO_FIELD, HALF_FIELD), g));

  @SuppressWarnings("ImmutableEnumChecker") // They hold nothing.
  private final Prepared prepared;

  Form(Prepared prepared) {
    this.prepared = prepared;
  }

  /**
   * Prepares the update.
   *
   * @param crossbar what is updated
   * @param minus a second one like it, which only pairs need
   */
  Update on(Crossbar crossbar, Crossbar minus) {
    return prepared.on(crossbar, minus);
  }

  /** Whether it takes random numbers, which belong to places in the whole crossbar. */
  boolean isRandom() {
    return compareTo(NOISE_OF_EACH_STEP) >= 0 && compareTo(FILL_UNIFORM) <= 0;
  }

  /** Whether it is made for one crossbar, in each call anew. */
  boolean isRelaxation() {
    return this == DECAY || this == DRIFT;
  }

  /** Those that take none. */
  static Stream<Form> withoutChance() {
    return Stream.of(values()).filter(form -> !form.isRandom());
  }

  /** An update with all that it needs but a kernel. */
  interface Update {
    void by(UpdateKernel kernel);
  }

  private interface Prepared {
    Update on(Crossbar crossbar, Crossbar minus);
  }

  private static Update pulses(Pulses pulses, Crossbar crossbar) {
    return kernel -> kernel.apply(NO_FIELD, pulses, crossbar);
  }

  private static Update responses(UpdatePlan plan, Pulses pulses, Crossbar crossbar) {
    return kernel -> kernel.apply(plan, pulses, crossbar);
  }

  private static Update noisy(UpdatePlan plan, Pulses pulses, Crossbar crossbar) {
    return kernel -> kernel.apply(plan, pulses, crossbar, NoisyPlans.DRAWS);
  }

  private static Update writing(Pulses pulses, HiddenConductances devices) {
    return kernel -> kernel.apply(NoisyPlans.PER_STEP, pulses, devices, NoisyPlans.DRAWS);
  }

  private static Update diffusion(Crossbar crossbar) {
    Relaxation diffusion = Relaxation.diffusion(0.01);
    return kernel -> kernel.apply(NO_FIELD, diffusion, crossbar, NoisyPlans.DRAWS);
  }

  private static Update relaxation(Relaxation relaxation, Crossbar crossbar) {
    return kernel -> kernel.apply(NO_FIELD, relaxation, crossbar);
  }

  private static Update pairs(Pulses pulses, DifferentialPair pair) {
    return pairs(NO_FIELD, pulses, pair);
  }

  private static Update pairs(UpdatePlan plan, Pulses pulses, DifferentialPair pair) {
    return kernel -> kernel.apply(plan, pulses, pair);
  }

  private static Update change(FieldChange change, Crossbar crossbar) {
    return kernel -> kernel.apply(change, crossbar);
  }

  private static Pulses gradient(Crossbar g) {
    return Pulses.gradient(floats(g.devices(), 8), g.rows(), g.cols(), -0.7, 1.5);
  }

  private static Pulses outerProducts(Crossbar g) {
    byte[] rowPulses = bytes(3 * g.rows(), 9);
    byte[] colPulses = bytes(3 * g.cols(), 10);
    return Pulses.outerProducts(rowPulses, colPulses, g.rows(), g.cols());
  }

  private static Pulses outerProductSum(Crossbar g) {
    float[] rowFactors = floats(5 * g.rows(), 11);
    float[] colFactors = floats(5 * g.cols(), 12);
    return Pulses.outerProductSum(rowFactors, colFactors, g.rows(), g.cols(), -0.02, 0.1);
  }

  private static Crossbar partOfLarger(Crossbar g) {
    long rows = 2 * g.rows() + 3;
    long cols = g.cols() + 5;
    Crossbar larger = Crossbar.wrap(floats(rows * cols, 13), rows, cols);
    return larger.block(1, 3, 2 * g.rows(), g.cols()).everyRow(2);
  }

  private static Crossbar varied(Crossbar g) {
    DeviceFactors factors =
        DeviceFactors.of(g.rows(), g.cols())
            .onPulses(factors(g, 0, 2, 14))
            .onNonlinearity(factors(g, 0.5, 1.5, 15))
            .onWindow(factors(g, 0.9, 1.1, 16), factors(g, 0.9, 1.1, 17));
    return g.withFactors(factors);
  }

  private static Crossbar variedInWindow(Crossbar g) {
    return g.withFactors(
        DeviceFactors.of(g.rows(), g.cols())
            .onWindow(factors(g, 0.9, 1.1, 27), factors(g, 0.9, 1.1, 28)));
  }

  private static Crossbar twoPolarities(Crossbar g, boolean inNonlinearity) {
    DeviceFactors factors =
        DeviceFactors.of(g.rows(), g.cols()).onPulses(factors(g, 0, 2, 18), factors(g, 0, 2, 19));
    return g.withFactors(
        inNonlinearity
            ? factors.onNonlinearity(factors(g, 0.5, 1.5, 20), factors(g, 0.5, 1.5, 21))
            : factors);
  }

  private static Crossbar variedInPulses(Crossbar g, long seed) {
    return g.withFactors(DeviceFactors.of(g.rows(), g.cols()).onPulses(factors(g, 0, 2, seed)));
  }

  private static Crossbar factors(Crossbar g, double from, double to, long seed) {
    return Crossbar.wrap(floats(g.devices(), from, to, seed), g.rows(), g.cols());
  }

  private static byte[] bytes(long size, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] bytes = new byte[Math.toIntExact(size)];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) random.nextInt(-5, 6);
    }
    return bytes;
  }

  private static float[] floats(long size, long seed) {
    return floats(size, -6, 6, seed);
  }

  private static float[] floats(long size, double from, double to, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] floats = new float[Math.toIntExact(size)];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) random.nextDouble(from, to);
    }
    return floats;
  }
}
