package io.github.remanence.kernel;

import io.github.remanence.kernel.device.DeviceCurve;
import io.github.remanence.kernel.random.Draws;
import io.github.remanence.kernel.step.ElementType;
import io.github.remanence.kernel.step.Matrix;
import io.github.remanence.kernel.step.RelaxationStep;
import io.github.remanence.kernel.step.RelaxationStep.Noise;
import io.github.remanence.kernel.step.RelaxationStep.Places;
import io.github.remanence.kernel.step.Step;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/** Compiles what is done to a crossbar without pulses. */
final class Relaxations {

  /** For steps that take none. */
  private static final Draws NO_DRAWS = Draws.of(0, 0);

  private Relaxations() {}

  /** Between updates, in place. */
  static Step of(Relaxation relaxation, DeviceCurve curve, Crossbar crossbar, Draws draws) {
    return new RelaxationStep(
        crossbar.matrix(),
        relaxation.change(),
        relaxation.rest(),
        noise(relaxation.spread()),
        relaxation.spread(),
        (float) curve.minConductance(),
        (float) curve.maxConductance(),
        draws,
        places(crossbar),
        onPulses(crossbar));
  }

  /** Between updates, in place, without chance. */
  static Step of(Relaxation relaxation, DeviceCurve curve, Crossbar crossbar) {
    return of(relaxation, curve, crossbar, NO_DRAWS);
  }

  /** From one crossbar to another. */
  static RelaxationStep read(Crossbar from, double sigma, Draws draws) {
    float spread = (float) sigma;
    return anywhere(from.matrix(), 0, 0, noise(spread), spread, draws, places(from));
  }

  /** One number, whatever was there. */
  static Step fill(Crossbar crossbar, float conductance) {
    return fill(crossbar, conductance, Noise.NONE, 0, NO_DRAWS);
  }

  /** Numbers around a middle, whatever was there. */
  static Step fill(Crossbar crossbar, double middle, Noise noise, double spread, Draws draws) {
    MemorySegment zeros = MemorySegment.ofArray(new float[Math.toIntExact(crossbar.cols())]);
    Matrix nothing =
        new Matrix(
            zeros, ElementType.FLOAT32, crossbar.rows(), crossbar.cols(), /* rowStride= */ 0);
    return anywhere(nothing, -1, (float) middle, noise, (float) spread, draws, places(crossbar));
  }

  private static RelaxationStep anywhere(
      Matrix source,
      float change,
      float rest,
      Noise noise,
      float spread,
      Draws draws,
      Places places) {
    return new RelaxationStep(
        source,
        change,
        rest,
        noise,
        spread,
        Float.NEGATIVE_INFINITY,
        Float.POSITIVE_INFINITY,
        draws,
        places,
        null);
  }

  /** A stuck device has the factor 0 for both polarities; to look at one is enough. */
  private static @Nullable Matrix onPulses(Crossbar crossbar) {
    DeviceFactors factors = crossbar.factors();
    return factors == null ? null : factors.factors().pulses();
  }

  private static Noise noise(float spread) {
    return spread == 0 ? Noise.NONE : Noise.NORMAL;
  }

  private static Places places(Crossbar crossbar) {
    return new Places(crossbar.deviceSet().first(), crossbar.rowStride());
  }
}
