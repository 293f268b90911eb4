package io.github.remanence.bench.study;

import io.github.remanence.bench.profile.PeakMemory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How updates scale: over threads with the crossbar as it is (strong) or growing with them (weak),
 * and over sizes in time and memory.
 *
 * @param backend what computes
 * @param cores threads when all are meant
 * @param results of {@link #preset}
 */
public record Scaling(String backend, int cores, Results results) {

  /** Rows and columns of the crossbar of one thread: 64 MiB. */
  private static final int SIDE = 4096;

  /** The profiler that a study of it needs. */
  public static final String PROFILER = PeakMemory.class.getName();

  private static final String PEAK = PeakMemory.PEAK;

  private static final int FORM_BYTES = Float.BYTES;
  private static final String FIELD = "0.5";

  /** Forms whose bytes a device are the fewest that there are, and those with a count each. */
  public static final List<UpdateForm> FORMS = List.of(UpdateForm.UNIFORM, UpdateForm.INT8);

  /**
   * What to measure.
   *
   * @param most bytes of the largest crossbar
   */
  public static Preset preset(String backend, int cores, long most) {
    Set<Row> rows = new LinkedHashSet<>();
    for (UpdateForm form : FORMS) {
      for (int threads : Preset.threadsUpTo(cores)) {
        rows.add(form.at(strongPlace(backend, threads)));
        rows.add(form.at(weakPlace(backend, threads)));
      }
    }
    for (long side = 256; FORM_BYTES * side * side <= most; side *= 2) {
      rows.add(UpdateForm.UNIFORM.at(sizePlace(backend, side, cores)));
    }
    return new Preset(Preset.withCeilings(rows), Timing.SHORT, 3);
  }

  private static Place strongPlace(String backend, int threads) {
    return new Place(backend, String.valueOf(SIDE), FIELD, threads);
  }

  private static Place weakPlace(String backend, int threads) {
    String size = threads == 1 ? String.valueOf(SIDE) : (SIDE * threads) + "x" + SIDE;
    return new Place(backend, size, FIELD, threads);
  }

  private static Place sizePlace(String backend, long side, int threads) {
    return new Place(backend, String.valueOf(side), FIELD, threads);
  }

  /**
   * With a number of threads.
   *
   * @param threads at work
   * @param strong nanoseconds a device of the same crossbar
   * @param weak nanoseconds a device of a crossbar that has as much for each thread
   */
  public record Threads(int threads, double strong, double weak) {}

  /**
   * With a size.
   *
   * @param devices of the crossbar
   * @param nsPerDevice on all threads
   * @param peakBytes the most that the process ever had in memory, if the system tells
   */
  public record Size(long devices, double nsPerDevice, Optional<Double> peakBytes) {
    /** Bytes of the conductances alone. */
    public double crossbarBytes() {
      return (double) FORM_BYTES * devices;
    }
  }

  /** Over threads. */
  public List<Threads> threads(UpdateForm form) {
    List<Threads> all = new ArrayList<>();
    for (int threads : Preset.threadsUpTo(cores)) {
      Optional<Double> strong = ns(form.at(strongPlace(backend, threads)));
      Optional<Double> weak = ns(form.at(weakPlace(backend, threads)));
      if (strong.isPresent() && weak.isPresent()) {
        all.add(new Threads(threads, strong.get(), weak.get()));
      }
    }
    return all;
  }

  private Optional<Double> ns(Row row) {
    return results.of(row).map(result -> result.nsPerDevice().orElseThrow());
  }

  /** Over sizes, the smallest first. */
  public List<Size> sizes() {
    List<Size> sizes = new ArrayList<>();
    for (Result result : results.all()) {
      String size = result.row().params().getOrDefault("size", "");
      boolean square = !size.contains("x");
      if (square
          && result.form().equals(Optional.of(UpdateForm.UNIFORM))
          && result.row().params().getOrDefault("threads", "").equals(String.valueOf(cores))) {
        long side = Long.parseLong(size);
        sizes.add(new Size(side * side, result.nsPerDevice().orElseThrow(), peak(result)));
      }
    }
    sizes.sort(Comparator.comparingLong(Size::devices));
    return sizes;
  }

  private static Optional<Double> peak(Result result) {
    return result.secondary().getOrDefault(PEAK, List.of()).stream()
        .flatMapToDouble(Arrays::stream)
        .boxed()
        .max(Comparator.naturalOrder());
  }

  /**
   * Peak memory as a constant and so many times the crossbar, by least squares.
   *
   * @param constant bytes
   * @param factor times the crossbar's bytes
   */
  public record Memory(double constant, double factor) {}

  /** The memory of all sizes, if there are two that tell theirs. */
  public Optional<Memory> memory() {
    List<Size> told = sizes().stream().filter(size -> size.peakBytes().isPresent()).toList();
    if (told.size() < 2) {
      return Optional.empty();
    }
    double meanX = told.stream().mapToDouble(Size::crossbarBytes).average().orElseThrow();
    double meanY =
        told.stream().mapToDouble(s -> s.peakBytes().orElseThrow()).average().orElseThrow();
    double products = 0;
    double squares = 0;
    for (Size size : told) {
      double x = size.crossbarBytes() - meanX;
      products += x * (size.peakBytes().orElseThrow() - meanY);
      squares += x * x;
    }
    double factor = products / squares;
    return Optional.of(new Memory(meanY - factor * meanX, factor));
  }

  /**
   * What a machine with a part of a network would need.
   *
   * @param machines that share the network, row by row
   * @param devices of each
   * @param seconds of an update with the same pulses for all
   * @param bytes of memory
   */
  public record Expected(int machines, double devices, double seconds, double bytes) {}

  /**
   * A network on several machines like this one. Devices do not depend on each other and random
   * numbers are a function of a device's place, so machines have nothing to tell each other in an
   * update, and pulses are taken to be where they are needed. So the time is that of the devices of
   * one machine, at the time a device that was measured there: between two measured sizes on a
   * straight line over the logarithm of the size, beyond the largest that of the largest.
   *
   * @param devices of the whole network, one for each weight
   */
  public List<Expected> expected(double devices, List<Integer> machines) {
    Memory memory = memory().orElse(new Memory(0, 1));
    List<Expected> all = new ArrayList<>();
    for (int count : machines) {
      double each = devices / count;
      all.add(
          new Expected(
              count,
              each,
              1e-9 * each * nsPerDevice(each),
              memory.constant() + memory.factor() * FORM_BYTES * each));
    }
    return all;
  }

  private double nsPerDevice(double devices) {
    List<Size> sizes = sizes();
    if (devices <= sizes.getFirst().devices()) {
      return sizes.getFirst().nsPerDevice();
    }
    for (int i = 1; i < sizes.size(); i++) {
      Size below = sizes.get(i - 1);
      Size above = sizes.get(i);
      if (devices <= above.devices()) {
        double part =
            Math.log(devices / below.devices())
                / Math.log((double) above.devices() / below.devices());
        return below.nsPerDevice() + part * (above.nsPerDevice() - below.nsPerDevice());
      }
    }
    return sizes.getLast().nsPerDevice();
  }
}
