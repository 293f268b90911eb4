package io.github.remanence.kernel.contract;

import io.github.remanence.kernel.device.CycleNoise;
import io.github.remanence.kernel.device.PulseRounding;
import io.github.remanence.kernel.scalar.ScalarKernel;
import io.github.remanence.kernel.step.AffineStep;
import io.github.remanence.kernel.step.CountTable;
import io.github.remanence.kernel.step.FieldStep;
import io.github.remanence.kernel.step.Matrix;
import io.github.remanence.kernel.step.NoiseLaw;
import io.github.remanence.kernel.step.NoisyDevice;
import io.github.remanence.kernel.step.NoisyResponses;
import io.github.remanence.kernel.step.OneByOneDevice;
import io.github.remanence.kernel.step.PairStep;
import io.github.remanence.kernel.step.PlainResponses;
import io.github.remanence.kernel.step.Polarity;
import io.github.remanence.kernel.step.ProductBlock;
import io.github.remanence.kernel.step.PulseStep;
import io.github.remanence.kernel.step.RangeKernel;
import io.github.remanence.kernel.step.RelaxationStep;
import io.github.remanence.kernel.step.ResponseStep;
import io.github.remanence.kernel.step.ResponseStep.Side;
import io.github.remanence.kernel.step.VariedDevice;
import io.github.remanence.kernel.step.VariedDevice.Factors;
import io.github.remanence.kernel.step.VariedDevice.Varies;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/** Kernels that are wrong on purpose. The contract must catch each of them. */
enum Saboteur implements RangeKernel {
  DOES_NOTHING {
    @Override
    void spoil(Call call) {}
  },
  RUNS_A_PULSE_TWICE {
    @Override
    void spoil(Call call) {
      call.run(call.from, call.to);
      call.run(call.from, call.to);
    }
  },
  SKIPS_THE_LAST_DEVICE {
    @Override
    void spoil(Call call) {
      call.run(call.from, Math.max(call.from, call.to - 1));
    }
  },
  REPEATS_AN_OVERLAPPING_LAST_VECTOR {
    @Override
    void spoil(Call call) {
      call.run(call.from, call.to);
      call.run(Math.max(call.from, call.to - (call.to - call.from) % 8), call.to);
    }
  },
  WRITES_BEYOND_THE_RANGE {
    @Override
    void spoil(Call call) {
      call.run(call.from, Math.min(call.to + 1, call.conductances.byteSize() / Float.BYTES));
    }
  },
  OFF_BY_TWO_ULP {
    @Override
    void spoil(Call call) {
      call.run(call.from, call.to);
      call.change(g -> g + 2 * Math.ulp(g));
    }
  },
  TURNS_NAN_INTO_THE_LOWER_END {
    @Override
    void spoil(Call call) {
      call.run(call.from, call.to);
      call.change(g -> Float.isNaN(g) ? 0f : g);
    }
  },
  TURNS_NEGATIVE_ZERO_INTO_ZERO {
    @Override
    void spoil(Call call) {
      call.run(call.from, call.to);
      call.change(g -> g + 0f);
    }
  },
  CONFUSES_THE_POLARITIES {
    @Override
    PulseStep wrong(PulseStep step) {
      Polarity up = step.potentiation();
      Polarity down = step.depression();
      return step(/* potentiation= */ down, /* depression= */ up, step);
    }
  },
  STEPS_A_MILLIONTH_TOO_FAR {
    @Override
    PulseStep wrong(PulseStep step) {
      Polarity up = faster(step.potentiation());
      Polarity down = faster(step.depression());
      return step(up, down, step);
    }

    private Polarity faster(Polarity p) {
      float rate = p.rate() * 1.000_001_5f;
      return new Polarity(
          rate, p.rateTail(), p.maxPulses(), p.asymptote(), p.asymptoteTail(), p.slope());
    }
  },
  STEPS_A_MILLIONTH_TOO_FAR_WHERE_THAT_IS_LINEAR {
    @Override
    PulseStep wrong(PulseStep step) {
      return step(steeper(step.potentiation()), steeper(step.depression()), step);
    }

    private Polarity steeper(Polarity p) {
      float slope = p.slope() * 1.000_001_5f;
      return new Polarity(
          p.rate(), p.rateTail(), p.maxPulses(), p.asymptote(), p.asymptoteTail(), slope);
    }
  },
  TAKES_THE_COUNT_OF_THE_NEXT_DEVICE {
    @Override
    public void tabulated(
        CountTable table,
        MemorySegment counts,
        long firstCount,
        MemorySegment conductances,
        long from,
        long to) {
      long last = Math.min(to, counts.byteSize() - 1);
      HONEST.tabulated(table, counts, firstCount + 1, conductances, from, last);
    }
  },
  TAKES_THE_FACTORS_OF_ANOTHER_DEVICE {
    @Override
    public void varied(
        VariedDevice device,
        long firstFactor,
        float scale,
        Matrix counts,
        long firstCount,
        MemorySegment conductances,
        long from,
        long to) {
      long first = firstFactor == 0 ? 1 : firstFactor - 1;
      HONEST.varied(device, first, scale, counts, firstCount, conductances, from, to);
    }
  },
  FORGETS_THE_LAST_OF_A_LARGE_CROSSBAR {
    @Override
    public void varied(
        VariedDevice device,
        long firstFactor,
        float scale,
        Matrix counts,
        long firstCount,
        MemorySegment conductances,
        long from,
        long to) {
      long end = isLarge(conductances) ? to - 1 : to;
      HONEST.varied(device, firstFactor, scale, counts, firstCount, conductances, from, end);
    }
  },
  CONFUSES_THE_FACTORS_OF_THE_POLARITIES {
    @Override
    VariedDevice wrong(VariedDevice device) {
      Factors factors = device.factors();
      Factors swapped =
          new Factors(
              factors.depressionPulses(),
              factors.pulses(),
              factors.depressionNonlinearity(),
              factors.nonlinearity(),
              factors.min(),
              factors.max());
      return new VariedDevice(
          device.common(),
          swapped,
          device.varies(),
          device.logPotentiation(),
          device.logDepression());
    }
  },
  FORGETS_THE_DEAD_ZONE {
    @Override
    PulseStep wrong(PulseStep step) {
      return new PulseStep(
          step.potentiation(), step.depression(), Float.MIN_VALUE, step.min(), step.max());
    }
  },
  DRAWS_THE_SAME_NUMBER_FOR_NEIGHBOURS {
    @Override
    public void noisy(
        NoisyDevice device,
        long firstFactor,
        float scale,
        Matrix counts,
        long firstCount,
        MemorySegment conductances,
        long from,
        long to) {
      for (long i = from; i < to; i++) {
        NoisyDevice neighbour = at(device, device.firstDevice() - (i & 1));
        long past = i - from;
        HONEST.noisy(
            neighbour,
            firstFactor + past,
            scale,
            counts,
            firstCount + past,
            conductances,
            i,
            i + 1);
      }
    }
  },
  COUNTS_DEVICES_FROM_THE_START_OF_THE_RANGE {
    @Override
    public void noisy(
        NoisyDevice device,
        long firstFactor,
        float scale,
        Matrix counts,
        long firstCount,
        MemorySegment conductances,
        long from,
        long to) {
      NoisyDevice wrong = at(device, -from);
      HONEST.noisy(wrong, firstFactor, scale, counts, firstCount, conductances, from, to);
    }
  },
  IS_A_THOUSANDTH_TOO_NOISY {
    @Override
    NoisyDevice wrong(NoisyDevice device) {
      NoiseLaw law = device.law();
      NoiseLaw louder =
          new NoiseLaw(
              law.kind(),
              law.sigma() * 1.001f,
              law.potentiation() * 1.002f,
              law.depression() * 1.002f,
              law.pulseByPulse());
      return with(device, louder, device.rounding());
    }
  },
  ROUNDS_WHAT_SHOULD_BE_LEFT_TO_CHANCE {
    @Override
    NoisyDevice wrong(NoisyDevice device) {
      boolean chance = device.rounding() == PulseRounding.STOCHASTIC;
      PulseRounding rounding = chance ? PulseRounding.NEAREST : device.rounding();
      return with(device, device.law(), rounding);
    }
  },
  LETS_STUCK_DEVICES_RELAX {
    @Override
    RelaxationStep wrong(RelaxationStep step) {
      return new RelaxationStep(
          step.source(),
          step.change(),
          step.rest(),
          step.noise(),
          step.spread(),
          step.min(),
          step.max(),
          step.draws(),
          step.places(),
          null);
    }
  },
  FORGETS_THE_ROUNDING_OF_THE_RATE {
    @Override
    PulseStep wrong(PulseStep step) {
      return step(rounded(step.potentiation()), rounded(step.depression()), step);
    }

    private Polarity rounded(Polarity p) {
      return new Polarity(p.rate(), 0f, p.maxPulses(), p.asymptote(), p.asymptoteTail(), p.slope());
    }
  },
  DEPRESSES_THE_WRONG_DEVICE_OF_A_PAIR {
    @Override
    PairStep wrong(PairStep step) {
      return new PairStep(
          step.device(),
          -step.scale(),
          step.counts(),
          step.minus(),
          step.minusFactors(),
          step.plusFactors());
    }
  },
  TAKES_THE_FACTORS_OF_THE_OTHER_DEVICE_OF_A_PAIR {
    @Override
    PairStep wrong(PairStep step) {
      return new PairStep(
          step.device(),
          step.scale(),
          step.counts(),
          step.minus(),
          step.minusFactors(),
          step.plusFactors());
    }
  },
  FORGETS_THE_REFRESH {
    @Override
    public void pairs(PairStep step, long row, long col, MemorySegment plus, long from, long to) {
      Matrix counts = step.counts();
      MemorySegment minus = step.minus().memory();
      for (long i = from; i < to; i++) {
        long at = col + i - from;
        long n = counts.index(row, at);
        long other = step.minus().index(row, at);
        boolean raises = step.scale() * counts.count(n) > 0;
        HONEST.counted(step.device(), raises ? 0 : step.scale(), counts, n, plus, i, i + 1);
        HONEST.counted(
            step.device(), raises ? step.scale() : 0, counts, n, minus, other, other + 1);
      }
    }
  },
  FORGETS_THE_LAST_PAIR_OF_A_LARGE_CROSSBAR {
    @Override
    public void pairs(PairStep step, long row, long col, MemorySegment plus, long from, long to) {
      HONEST.pairs(step, row, col, plus, from, isLarge(plus) ? to - 1 : to);
    }
  },
  LEAVES_PAIRS_WITHOUT_PULSES_ALONE {
    @Override
    public void pairs(PairStep step, long row, long col, MemorySegment plus, long from, long to) {
      long counts = step.counts().index(row, col);
      boolean moves = false;
      for (long i = 0; i < to - from; i++) {
        moves |= step.counts().count(counts + i) != 0;
      }
      if (moves) {
        HONEST.pairs(step, row, col, plus, from, to);
      }
    }
  },
  REFRESHES_NAN_INTO_A_NUMBER {
    @Override
    public void pairs(PairStep step, long row, long col, MemorySegment plus, long from, long to) {
      HONEST.pairs(step, row, col, plus, from, to);
      for (long i = from; i < to; i++) {
        long other = step.minus().index(row, col + i - from);
        boolean isNan = Float.isNaN(plus.getAtIndex(ValueLayout.JAVA_FLOAT, i));
        float m = step.minus().memory().getAtIndex(ValueLayout.JAVA_FLOAT, other);
        if (isNan && m <= step.device().min()) {
          plus.setAtIndex(ValueLayout.JAVA_FLOAT, i, step.device().max());
        }
      }
    }
  },
  DROPS_THE_LAST_OF_A_BATCH {
    @Override
    public void sumOfProducts(ProductBlock block, int group, int fromCol, int toCol) {
      int end = block.batch() * block.rows();
      int start = Math.max(0, end - block.rows());
      float[] x = block.rowFactors();
      float[] last = Arrays.copyOfRange(x, start, end);
      Arrays.fill(x, start, end, 0);
      HONEST.sumOfProducts(block, group, fromCol, toCol);
      System.arraycopy(last, 0, x, start, last.length);
    }
  },
  MIXES_UP_TWO_ROWS_OF_SUMS {
    @Override
    public void sumOfProducts(ProductBlock block, int group, int fromCol, int toCol) {
      HONEST.sumOfProducts(block, group, fromCol, toCol);
      float[] sums = block.sumValues();
      int first = block.firstSum(group) + fromCol;
      int second = first + block.cols();
      float[] firstSums = Arrays.copyOfRange(sums, first, first + toCol - fromCol);
      System.arraycopy(sums, second, sums, first, firstSums.length);
      System.arraycopy(firstSums, 0, sums, second, firstSums.length);
    }
  },
  TAKES_POTENTIATION_FOR_DEPRESSION_IN_RESPONSES {
    @Override
    ResponseStep wrong(ResponseStep step) {
      return with(step, step.potentiation(), step.potentiation());
    }
  },
  FORGETS_THE_FACTORS_OF_RESPONSES {
    @Override
    ResponseStep wrong(ResponseStep step) {
      return new ResponseStep(
          step.family(),
          step.potentiation(),
          step.depression(),
          step.min(),
          step.max(),
          Factors.NONE,
          Varies.NOTHING);
    }
  },
  FORGETS_THE_DEAD_ZONE_OF_RESPONSES {
    @Override
    ResponseStep wrong(ResponseStep step) {
      return with(step, alive(step.potentiation()), alive(step.depression()));
    }

    private Side alive(Side side) {
      float deadZone = Float.isInfinite(side.deadZone()) ? side.deadZone() : Float.MIN_VALUE;
      return with(side, deadZone, side.first(), side.rate());
    }
  },
  LOSES_A_MILLIONTH_OF_THE_FIRST_COEFFICIENT_OF_RESPONSES {
    @Override
    ResponseStep wrong(ResponseStep step) {
      return with(step, less(step.potentiation()), less(step.depression()));
    }

    private Side less(Side side) {
      return with(side, side.deadZone(), side.first() * (1 - 1e-6f), side.rate());
    }
  },
  FORGETS_THE_WINDOWS_OF_DEVICES_ONE_BY_ONE {
    @Override
    OneByOneDevice wrong(OneByOneDevice device) {
      Factors all = device.factors();
      return with(
          device,
          new Factors(
              all.pulses(),
              all.depressionPulses(),
              all.nonlinearity(),
              all.depressionNonlinearity(),
              null,
              null));
    }
  },
  FORGETS_THE_NONLINEARITY_OF_DEVICES_ONE_BY_ONE {
    @Override
    OneByOneDevice wrong(OneByOneDevice device) {
      Factors all = device.factors();
      return with(
          device,
          new Factors(all.pulses(), all.depressionPulses(), null, null, all.min(), all.max()));
    }
  },
  CONFUSES_THE_POLARITIES_OF_DEVICES_ONE_BY_ONE {
    @Override
    OneByOneDevice wrong(OneByOneDevice device) {
      Factors all = device.factors();
      return with(
          device,
          new Factors(
              all.depressionPulses(),
              all.pulses(),
              all.depressionNonlinearity(),
              all.nonlinearity(),
              all.min(),
              all.max()));
    }
  },
  IS_A_THOUSANDTH_TOO_NOISY_ONE_BY_ONE {
    @Override
    OneByOneDevice wrong(OneByOneDevice device) {
      return device instanceof NoisyResponses noisy
          ? with(noisy, noisy.factors(), louder(noisy.cycleNoise()), noisy.firstDevice())
          : device;
    }

    private CycleNoise louder(CycleNoise noise) {
      return new CycleNoise(noise.convention(), 1.001 * noise.sigma(), noise.mode());
    }
  },
  COUNTS_DEVICES_ONE_BY_ONE_FROM_THE_START_OF_THE_RANGE {
    @Override
    public void oneByOne(
        OneByOneDevice device,
        long firstFactor,
        float scale,
        Matrix counts,
        long firstCount,
        MemorySegment conductances,
        long from,
        long to) {
      OneByOneDevice wrong =
          device instanceof NoisyResponses noisy
              ? with(noisy, noisy.factors(), noisy.cycleNoise(), noisy.firstDevice() - from)
              : device;
      HONEST.oneByOne(wrong, firstFactor, scale, counts, firstCount, conductances, from, to);
    }
  },
  FORGETS_THE_LAST_COLUMNS_OF_A_SUM {
    @Override
    public void sumOfProducts(ProductBlock block, int group, int fromCol, int toCol) {
      HONEST.sumOfProducts(block, group, fromCol, toCol - toCol % ProductBlock.PANEL);
    }
  };

  private static final RangeKernel HONEST = new ScalarKernel();

  private static boolean isLarge(MemorySegment conductances) {
    return conductances.byteSize() / Float.BYTES >= Cases.LARGE;
  }

  /** Does the honest call wrongly; saboteurs of one form override that form instead. */
  void spoil(Call call) {
    call.run(call.from, call.to);
  }

  /** What it takes the step for; saboteurs that mistake one override one of these. */
  PulseStep wrong(PulseStep step) {
    return step;
  }

  VariedDevice wrong(VariedDevice device) {
    return device;
  }

  NoisyDevice wrong(NoisyDevice device) {
    return device;
  }

  ResponseStep wrong(ResponseStep step) {
    return step;
  }

  OneByOneDevice wrong(OneByOneDevice device) {
    return device;
  }

  PairStep wrong(PairStep step) {
    return step;
  }

  RelaxationStep wrong(RelaxationStep step) {
    return step;
  }

  @Override
  public void uniform(AffineStep step, MemorySegment conductances, long from, long to) {
    spoil(new Call(conductances, from, to, (f, t) -> HONEST.uniform(step, conductances, f, t)));
  }

  @Override
  public void tabulated(
      CountTable table,
      MemorySegment counts,
      long firstCount,
      MemorySegment conductances,
      long from,
      long to) {
    spoil(
        new Call(
            conductances,
            from,
            to,
            (f, t) -> HONEST.tabulated(table, counts, firstCount + f - from, conductances, f, t)));
  }

  @Override
  public void counted(
      PulseStep step,
      float scale,
      Matrix counts,
      long firstCount,
      MemorySegment conductances,
      long from,
      long to) {
    spoil(
        new Call(
            conductances,
            from,
            to,
            (f, t) ->
                HONEST.counted(
                    wrong(step), scale, counts, firstCount + f - from, conductances, f, t)));
  }

  @Override
  public void varied(
      VariedDevice device,
      long firstFactor,
      float scale,
      Matrix counts,
      long firstCount,
      MemorySegment conductances,
      long from,
      long to) {
    spoil(
        new Call(
            conductances,
            from,
            to,
            (f, t) ->
                HONEST.varied(
                    wrong(device),
                    firstFactor + f - from,
                    scale,
                    counts,
                    firstCount + f - from,
                    conductances,
                    f,
                    t)));
  }

  @Override
  public void noisy(
      NoisyDevice device,
      long firstFactor,
      float scale,
      Matrix counts,
      long firstCount,
      MemorySegment conductances,
      long from,
      long to) {
    spoil(
        new Call(
            conductances,
            from,
            to,
            (f, t) ->
                HONEST.noisy(
                    wrong(device),
                    firstFactor + f - from,
                    scale,
                    counts,
                    firstCount + f - from,
                    conductances,
                    f,
                    t)));
  }

  private static NoisyDevice at(NoisyDevice device, long firstDevice) {
    return new NoisyDevice(
        device.device(),
        device.law(),
        device.rounding(),
        device.noise(),
        device.chance(),
        firstDevice,
        device.skipped(),
        device.most());
  }

  private static NoisyDevice with(NoisyDevice device, NoiseLaw law, PulseRounding rounding) {
    return new NoisyDevice(
        device.device(),
        law,
        rounding,
        device.noise(),
        device.chance(),
        device.firstDevice(),
        device.skipped(),
        device.most());
  }

  @Override
  public void responded(
      ResponseStep step,
      long firstFactor,
      float scale,
      Matrix counts,
      long firstCount,
      MemorySegment conductances,
      long from,
      long to) {
    spoil(
        new Call(
            conductances,
            from,
            to,
            (f, t) ->
                HONEST.responded(
                    wrong(step),
                    firstFactor + f - from,
                    scale,
                    counts,
                    firstCount + f - from,
                    conductances,
                    f,
                    t)));
  }

  @Override
  public void oneByOne(
      OneByOneDevice device,
      long firstFactor,
      float scale,
      Matrix counts,
      long firstCount,
      MemorySegment conductances,
      long from,
      long to) {
    spoil(
        new Call(
            conductances,
            from,
            to,
            (f, t) ->
                HONEST.oneByOne(
                    wrong(device),
                    firstFactor + f - from,
                    scale,
                    counts,
                    firstCount + f - from,
                    conductances,
                    f,
                    t)));
  }

  private static OneByOneDevice with(OneByOneDevice device, Factors factors) {
    return switch (device) {
      case PlainResponses plain -> new PlainResponses(plain.curve(), plain.deadZone(), factors);
      case NoisyResponses noisy -> with(noisy, factors, noisy.cycleNoise(), noisy.firstDevice());
    };
  }

  private static NoisyResponses with(
      NoisyResponses noisy, Factors factors, CycleNoise noise, long firstDevice) {
    return new NoisyResponses(
        noisy.curve(),
        noisy.deadZone(),
        factors,
        noise,
        noisy.rounding(),
        noisy.noise(),
        noisy.chance(),
        firstDevice);
  }

  @Override
  public void pairs(PairStep step, long row, long col, MemorySegment plus, long from, long to) {
    spoil(
        new Call(
            plus, from, to, (f, t) -> HONEST.pairs(wrong(step), row, col + f - from, plus, f, t)));
  }

  @Override
  public void sumOfProducts(ProductBlock block, int group, int fromCol, int toCol) {
    HONEST.sumOfProducts(block, group, fromCol, toCol);
  }

  @Override
  public void changeField(FieldStep step, MemorySegment conductances, long from, long to) {
    spoil(new Call(conductances, from, to, (f, t) -> HONEST.changeField(step, conductances, f, t)));
  }

  @Override
  public void relax(
      RelaxationStep step,
      long firstSource,
      long firstPlace,
      long firstFactor,
      MemorySegment target,
      long from,
      long to) {
    spoil(
        new Call(
            target,
            from,
            to,
            (f, t) ->
                HONEST.relax(
                    wrong(step),
                    firstSource + f - from,
                    firstPlace + f - from,
                    firstFactor + f - from,
                    target,
                    f,
                    t)));
  }

  @Override
  public String description() {
    return name();
  }

  private static ResponseStep with(ResponseStep step, Side up, Side down) {
    return new ResponseStep(
        step.family(), up, down, step.min(), step.max(), step.factors(), step.varies());
  }

  private static Side with(Side side, float deadZone, float first, float rate) {
    return new Side(
        deadZone,
        side.start(),
        side.scale(),
        side.range(),
        first,
        side.change(),
        rate,
        side.maxPulses());
  }

  private static PulseStep step(Polarity potentiation, Polarity depression, PulseStep other) {
    return new PulseStep(potentiation, depression, other.deadZone(), other.min(), other.max());
  }

  interface Honest {
    void run(long from, long to);
  }

  interface Change {
    float of(float conductance);
  }

  record Call(MemorySegment conductances, long from, long to, Honest honest) {
    void run(long first, long last) {
      honest.run(first, last);
    }

    void change(Change change) {
      for (long i = from; i < to; i++) {
        float g = conductances.getAtIndex(ValueLayout.JAVA_FLOAT, i);
        conductances.setAtIndex(ValueLayout.JAVA_FLOAT, i, change.of(g));
      }
    }
  }
}
