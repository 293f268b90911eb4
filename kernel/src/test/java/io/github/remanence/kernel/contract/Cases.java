package io.github.remanence.kernel.contract;

import io.github.remanence.kernel.step.CountTable;
import io.github.remanence.kernel.step.CountedStep;
import io.github.remanence.kernel.step.ElementType;
import io.github.remanence.kernel.step.ExponentialCurve;
import io.github.remanence.kernel.step.Matrix;
import io.github.remanence.kernel.step.PulseStep;
import io.github.remanence.kernel.step.RowStep;
import io.github.remanence.kernel.step.TabulatedStep;
import io.github.remanence.kernel.step.VariedDevice;
import io.github.remanence.kernel.step.VariedDevice.Factors;
import io.github.remanence.kernel.step.VariedDevice.Varies;
import io.github.remanence.reference.ExponentialResponse;
import io.github.remanence.reference.ReferenceDevice;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Devices, conductances and counts that the contract is held against. All random ones are seeded.
 */
final class Cases {

  private Cases() {}

  static final double PULSES = 27;

  static final List<Double> NONLINEARITIES =
      List.of(0.0, 1e-9, 1e-6, 1e-3, 0.5, 2.772, 6.0, 12.0, 60.0, -0.5, -2.0, -6.0, -12.0);

  /** Windows: normalised, the published ones, far from zero, tiny as in siemens, around zero. */
  static final List<double[]> WINDOWS =
      List.of(
          new double[] {0, 1},
          new double[] {0.8457, 2.28},
          new double[] {2.175, 2.742},
          new double[] {100, 101},
          new double[] {1e-6, 9e-6},
          new double[] {-1, 1},
          new double[] {-2, -1});

  /** Empty, one, primes, and one beside each multiple of a vector and of a block. */
  static final List<Integer> SIZES =
      List.of(0, 1, 2, 3, 7, 8, 9, 15, 16, 17, 31, 32, 33, 61, 127, 129, 1009, 4095, 4097, 8209);

  /** Devices of a crossbar that backends cannot take for one in a cache: 8 MiB. */
  static final int LARGE = 1 << 21;

  static List<ExponentialCurve> curves() {
    List<ExponentialCurve> curves = new ArrayList<>();
    for (double[] window : WINDOWS) {
      for (double nu : NONLINEARITIES) {
        curves.add(new ExponentialCurve(window[0], window[1], nu, nu));
      }
    }
    curves.add(new ExponentialCurve(0.8457, 2.28, 1.5, 2.772));
    curves.add(new ExponentialCurve(0, 1, -2, 6));
    return curves;
  }

  static ReferenceDevice reference(ExponentialCurve curve) {
    return new ReferenceDevice(
        curve.minConductance(),
        curve.maxConductance(),
        new ExponentialResponse(curve.potentiationNonlinearity(), PULSES),
        new ExponentialResponse(curve.depressionNonlinearity(), PULSES));
  }

  /** Conductances in the window, its ends included, dense towards both ends. */
  static float[] conductances(ExponentialCurve curve, int devices, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float min = (float) curve.minConductance();
    float max = (float) curve.maxConductance();
    float[] values = new float[devices];
    for (int i = 0; i < devices; i++) {
      double share =
          switch (i % 4) {
            case 0 -> random.nextDouble();
            case 1 -> Math.pow(10, -7 * random.nextDouble());
            case 2 -> 1 - Math.pow(10, -7 * random.nextDouble());
            default -> random.nextInt(2);
          };
      values[i] = Math.clamp((float) (min + share * ((double) max - min)), min, max);
    }
    return values;
  }

  /**
   * Counts of both signs, from 1e-6 to 1e3, with zeros, whole numbers and window-spanning trains
   * among them.
   */
  static float[] counts(int devices, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] counts = new float[devices];
    for (int i = 0; i < devices; i++) {
      double magnitude =
          switch (random.nextInt(4)) {
            case 0 -> Math.pow(10, -6 + 9 * random.nextDouble());
            case 1 -> PULSES * random.nextDouble();
            case 2 -> random.nextInt(28);
            default -> random.nextDouble();
          };
      counts[i] = (float) (random.nextBoolean() ? magnitude : -magnitude);
    }
    return counts;
  }

  static byte[] byteCounts(int devices, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] counts = new byte[devices];
    for (int i = 0; i < devices; i++) {
      counts[i] = (byte) (random.nextBoolean() ? random.nextInt(256) : random.nextInt(-28, 29));
    }
    return counts;
  }

  /** A float32 count for each device of a row. */
  static RowStep counted(ExponentialCurve curve, float... counts) {
    return scaled(curve, 1, 0, counts);
  }

  /** Its share of a float32 number for each device of a row. */
  static RowStep scaled(ExponentialCurve curve, float scale, float deadZone, float... counts) {
    return scaled(curve, scale, deadZone, MemorySegment.ofArray(counts), ElementType.FLOAT32);
  }

  /** Its share of an int8 number for each device of a row. */
  static RowStep scaled(ExponentialCurve curve, float scale, float deadZone, byte... counts) {
    return scaled(curve, scale, deadZone, MemorySegment.ofArray(counts), ElementType.INT8);
  }

  private static RowStep scaled(
      ExponentialCurve curve, float scale, float deadZone, MemorySegment counts, ElementType type) {
    Matrix row = row(counts, type);
    return new CountedStep(pulseStep(curve).withDeadZone(deadZone), scale, row);
  }

  /** An int8 count for each device of a row. */
  static RowStep tabulated(ExponentialCurve curve, byte... counts) {
    CountTable table = CountTable.of(pulseStep(curve), curve, PULSES, PULSES);
    return new TabulatedStep(table, row(MemorySegment.ofArray(counts), ElementType.INT8));
  }

  /** Factors around 1 for each device of a row, those that are asked for. */
  static Factors factors(int devices, Varies varies, long seed) {
    Matrix pulses = varies.pulses() ? halves(devices, 0, 2, seed) : null;
    Matrix nonlinearity = varies.nonlinearity() ? halves(devices, 0.3, 1.7, seed + 1) : null;
    boolean byPolarity = varies.polarities();
    return new Factors(
        pulses,
        byPolarity && varies.pulses() ? halves(devices, 0, 2, seed + 4) : pulses,
        nonlinearity,
        byPolarity && varies.nonlinearity() ? halves(devices, 0.3, 1.7, seed + 5) : nonlinearity,
        varies.window() ? halves(devices, 0.998, 1, seed + 2) : null,
        varies.window() ? halves(devices, 1.0005, 1.25, seed + 3) : null);
  }

  /** A float32 count for each device of a row, and factors of its own. */
  static RowStep varied(ExponentialCurve curve, float deadZone, Factors factors, float... counts) {
    VariedDevice device = VariedDevice.of(pulseStep(curve).withDeadZone(deadZone), curve, factors);
    return new CountedStep(device, 1, row(MemorySegment.ofArray(counts), ElementType.FLOAT32));
  }

  /** An int8 count for each device of a row, and factors of its own. */
  static RowStep varied(ExponentialCurve curve, Factors factors, byte... counts) {
    VariedDevice device = VariedDevice.of(pulseStep(curve), curve, factors);
    return new CountedStep(device, 0.5f, row(MemorySegment.ofArray(counts), ElementType.INT8));
  }

  /** The common device with the factors of one. */
  static ReferenceDevice reference(ExponentialCurve curve, Factors factors, int device) {
    return new ReferenceDevice(
        curve.minConductance() * factor(factors.min(), device),
        curve.maxConductance() * factor(factors.max(), device),
        new ExponentialResponse(
            curve.potentiationNonlinearity() * factor(factors.nonlinearity(), device),
            PULSES / factor(factors.pulses(), device)),
        new ExponentialResponse(
            curve.depressionNonlinearity() * factor(factors.depressionNonlinearity(), device),
            PULSES / factor(factors.depressionPulses(), device)));
  }

  static float factor(@Nullable Matrix halves, int device) {
    return halves == null
        ? 1
        : Float.float16ToFloat(halves.memory().getAtIndex(ValueLayout.JAVA_SHORT, device));
  }

  @SuppressWarnings("MustBeClosedChecker") // Lives as long as the test uses it.
  static Matrix halves(int devices, double from, double to, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    MemorySegment memory = Arena.ofAuto().allocate((long) devices * Short.BYTES, 64);
    for (int i = 0; i < devices; i++) {
      short half = Float.floatToFloat16((float) random.nextDouble(from, to));
      memory.setAtIndex(ValueLayout.JAVA_SHORT, i, half);
    }
    return row(memory, ElementType.FLOAT16);
  }

  static PulseStep pulseStep(ExponentialCurve curve) {
    return PulseStep.of(curve, PULSES, PULSES);
  }

  static Matrix row(MemorySegment numbers, ElementType type) {
    return Matrix.gapless(numbers, type, 1, numbers.byteSize() / type.bytes());
  }
}
