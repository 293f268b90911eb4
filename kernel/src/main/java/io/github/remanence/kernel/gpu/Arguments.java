package io.github.remanence.kernel.gpu;

import io.github.remanence.kernel.device.PulseRounding;
import io.github.remanence.kernel.random.Draws;
import io.github.remanence.kernel.step.NoiseLaw;
import io.github.remanence.kernel.step.NoisyDevice;
import io.github.remanence.kernel.step.Polarity;
import io.github.remanence.kernel.step.PulseStep;
import io.github.remanence.kernel.step.RelaxationStep;
import io.github.remanence.kernel.step.ResponseStep;
import io.github.remanence.kernel.step.VariedDevice;
import io.github.remanence.kernel.step.VariedDevice.Varies;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * The struct that a kernel of {@code updates.cl} gets, written field by field in the order that
 * stands there: first the shape, all in 8 bytes, then fields of 4.
 */
final class Arguments {

  private static final long MOST_BYTES = 1 << 10;

  private final MemorySegment memory = Arena.ofAuto().allocate(MOST_BYTES, Long.BYTES);
  private long size;

  /** An empty struct. */
  Arguments clear() {
    size = 0;
    return this;
  }

  /** All that was written, as long as the compiler of the kernels makes it. */
  MemorySegment struct() {
    return memory.asSlice(0, Math.ceilDiv(size, Long.BYTES) * Long.BYTES);
  }

  Arguments longs(long... values) {
    for (long value : values) {
      memory.set(ValueLayout.JAVA_LONG, size, value);
      size += Long.BYTES;
    }
    return this;
  }

  Arguments floats(float... values) {
    for (float value : values) {
      memory.set(ValueLayout.JAVA_FLOAT, size, value);
      size += Float.BYTES;
    }
    return this;
  }

  Arguments put(int value) {
    memory.set(ValueLayout.JAVA_INT, size, value);
    size += Integer.BYTES;
    return this;
  }

  Arguments put(boolean value) {
    return put(value ? 1 : 0);
  }

  Arguments put(PulseStep step) {
    return put(step.potentiation())
        .put(step.depression())
        .floats(step.deadZone(), step.min(), step.max())
        .put(step.isLinear());
  }

  private Arguments put(Polarity polarity) {
    return floats(
        polarity.rate(),
        polarity.rateTail(),
        polarity.maxPulses(),
        polarity.asymptote(),
        polarity.asymptoteTail(),
        polarity.slope());
  }

  Arguments put(VariedDevice device) {
    return put(device.common())
        .floats(device.logPotentiation(), device.logDepression())
        .put(device.varies())
        .put(device.varies().polarities());
  }

  private Arguments put(Varies varies) {
    return put(varies.pulses()).put(varies.nonlinearity()).put(varies.window());
  }

  Arguments put(NoisyDevice noisy) {
    return put(noisy.device())
        .put(noisy.law())
        .put(noisy.rounding())
        .put(noisy.noise())
        .put(noisy.chance())
        .floats(noisy.skipped(), noisy.most());
  }

  private Arguments put(NoiseLaw law) {
    int kind =
        switch (law.kind()) {
          case NONE -> 0;
          case PER_STEP -> 1;
          case RANGE_SQRT_N -> 2;
          case RANGE -> 3;
        };
    return put(kind)
        .floats(law.sigma(), law.potentiation(), law.depression())
        .put(law.pulseByPulse());
  }

  private Arguments put(PulseRounding rounding) {
    return put(
        switch (rounding) {
          case NONE -> 0;
          case NEAREST -> 1;
          case STOCHASTIC -> 2;
        });
  }

  Arguments put(Draws draws) {
    long rest = draws.rest();
    return put((int) draws.roundKey(0))
        .put((int) draws.roundKey(1))
        .put((int) rest)
        .put((int) (rest >>> 32));
  }

  Arguments put(ResponseStep step) {
    int family =
        switch (step.family()) {
          case EXPONENTIAL -> 0;
          case EXPONENTIAL_STEP -> 1;
          case POWER_STEP -> 2;
        };
    return put(step.potentiation())
        .put(step.depression())
        .floats(step.min(), step.max())
        .put(family)
        .put(step.varies());
  }

  private Arguments put(ResponseStep.Side side) {
    return floats(
        side.deadZone(),
        side.start(),
        side.scale(),
        side.range(),
        side.first(),
        side.change(),
        side.rate(),
        side.maxPulses());
  }

  Arguments put(RelaxationStep step) {
    int number =
        switch (step.noise()) {
          case NONE -> 0;
          case NORMAL -> 1;
          case UNIFORM -> 2;
        };
    return floats(step.change(), step.rest(), step.spread(), step.min(), step.max())
        .put(number)
        .put(step.onPulses() != null)
        .put(step.draws());
  }
}
