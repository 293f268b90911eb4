package io.github.remanence.fit;

import io.github.remanence.fit.curves.MeasuredCurve;
import io.github.remanence.fit.curves.Measurements;
import io.github.remanence.fit.curves.Polarity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** What the repeats of a measurement show of the spread of devices and of noise. */
final class ScatterFit {

  /** Fewer devices do not show how their two polarities go together. */
  private static final int ENOUGH_FOR_CORRELATION = 4;

  /** How each device went through one train, once for each cycle. */
  private record Paces(TrainFit train, Map<String, List<OwnPace>> byDevice) {

    private static Paces of(TrainFit train, Measurements measured) {
      Map<String, List<OwnPace>> byDevice = new LinkedHashMap<>();
      for (MeasuredCurve curve : measured.of(train.polarity(), train.field())) {
        OwnPace.of(train.fit(), curve)
            .ifPresent(
                pace -> byDevice.computeIfAbsent(curve.device(), d -> new ArrayList<>()).add(pace));
      }
      return new Paces(train, byDevice);
    }
  }

  private final List<Paces> paces;

  private ScatterFit(List<Paces> paces) {
    this.paces = paces;
  }

  static Scatter of(List<TrainFit> trains, Measurements measured) {
    int devices = (int) measured.curves().stream().map(MeasuredCurve::device).distinct().count();
    ScatterFit fit =
        new ScatterFit(trains.stream().map(train -> Paces.of(train, measured)).toList());
    // Without cycles nothing says how well a first value is known.
    boolean repeated = devices > 1 && fit.cycles() > 1;
    NoiseFit noise = NoiseFit.of(trains, measured);
    return new Scatter(
        devices,
        fit.cycles(),
        devices > 1 ? fit.spread(Optional.empty(), OwnPace::factor) : 0,
        repeated ? fit.spread(Optional.of(Polarity.POTENTIATION), OwnPace::first) : 0,
        repeated ? fit.spread(Optional.of(Polarity.DEPRESSION), OwnPace::first) : 0,
        fit.samePolarities(),
        noise.cycleNoise(),
        noise.readNoise());
  }

  private int cycles() {
    return paces.stream()
        .flatMap(p -> p.byDevice().values().stream())
        .mapToInt(List::size)
        .max()
        .orElse(0);
  }

  /** Standard deviation from device to device, relative to the mean. */
  private double spread(Optional<Polarity> only, ToDoubleFunction<OwnPace> what) {
    List<Paces> of =
        paces.stream()
            .filter(p -> only.isEmpty() || p.train().polarity() == only.orElseThrow())
            .filter(p -> p.byDevice().size() > 1 && OwnPace.mean(p.byDevice(), what) != 0)
            .toList();
    return Math.sqrt(OwnPace.components(of.stream().map(Paces::byDevice).toList(), what).between());
  }

  /** Unless what a device does one way says little about what it does the other way. */
  private boolean samePolarities() {
    List<double[]> pairs = new ArrayList<>();
    for (Paces up : paces) {
      for (Paces down : paces) {
        if (up.train().polarity() == Polarity.POTENTIATION
            && down.train().polarity() == Polarity.DEPRESSION
            && up.train().field() == down.train().field()) {
          pairs.addAll(pairs(up, down));
        }
      }
    }
    return pairs.size() < ENOUGH_FOR_CORRELATION || !(correlation(pairs) < 0.5);
  }

  private static List<double[]> pairs(Paces up, Paces down) {
    double meanUp = OwnPace.mean(up.byDevice(), OwnPace::factor);
    double meanDown = OwnPace.mean(down.byDevice(), OwnPace::factor);
    List<double[]> pairs = new ArrayList<>();
    up.byDevice()
        .forEach(
            (device, cycles) -> {
              List<OwnPace> others = down.byDevice().getOrDefault(device, List.of());
              if (!others.isEmpty()) {
                pairs.add(new double[] {mean(cycles) / meanUp - 1, mean(others) / meanDown - 1});
              }
            });
    return pairs;
  }

  private static double mean(List<OwnPace> cycles) {
    return cycles.stream().mapToDouble(OwnPace::factor).average().orElseThrow();
  }

  private static double correlation(List<double[]> pairs) {
    double products = pairs.stream().mapToDouble(p -> p[0] * p[1]).sum();
    double squares = pairs.stream().mapToDouble(p -> p[0] * p[0]).sum();
    double others = pairs.stream().mapToDouble(p -> p[1] * p[1]).sum();
    return products / Math.sqrt(squares * others);
  }
}
