package io.github.remanence.fit;

import io.github.remanence.fit.curves.MeasuredCurve;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A measured curve, and the factor on the number of pulses of its device.
 *
 * <p>The mean of curves of different pace is not the curve of the mean pace: exponentials of
 * different constants add up to something that is less bent than each. So each device's pulses are
 * multiplied by its pace first, where devices are seen to differ.
 *
 * @param curve as it was measured
 * @param pace of its device in this train; only its ratio to that of other devices counts
 */
record PacedCurve(MeasuredCurve curve, double pace) {

  /** Enough to come to rest: the pace is found from the fit, which is found from the pace. */
  private static final int ROUNDS = 3;

  private static final int ENOUGH_DEVICES = 3;

  /**
   * The curves of one polarity in each field.
   *
   * @param pulses P
   */
  static List<List<PacedCurve>> of(List<List<MeasuredCurve>> byField, double pulses) {
    List<List<PacedCurve>> paced = byField.stream().map(PacedCurve::alike).toList();
    for (int round = 0; round < ROUNDS; round++) {
      List<Map<String, List<OwnPace>>> paces = new ArrayList<>();
      for (List<PacedCurve> curves : paced) {
        paces.add(paces(curves, pulses));
      }
      if (!differ(paces)) {
        return paced;
      }
      List<List<PacedCurve>> before = paced;
      paced =
          IntStream.range(0, paced.size())
              .mapToObj(i -> with(before.get(i), paces.get(i)))
              .toList();
    }
    return paced;
  }

  private static List<PacedCurve> alike(List<MeasuredCurve> curves) {
    return curves.stream().map(curve -> new PacedCurve(curve, 1)).toList();
  }

  /** Of each device, one for each cycle. */
  private static Map<String, List<OwnPace>> paces(List<PacedCurve> curves, double pulses) {
    Map<String, List<OwnPace>> paces = new LinkedHashMap<>();
    CurveFit.of(Family.EXPONENTIAL, MeanCurve.of(curves), pulses)
        .ifPresent(
            fit -> {
              for (PacedCurve paced : curves) {
                OwnPace.of(fit, paced.curve())
                    .ifPresent(
                        own ->
                            paces
                                .computeIfAbsent(paced.curve().device(), d -> new ArrayList<>())
                                .add(own));
              }
            });
    return paces;
  }

  private static boolean differ(List<Map<String, List<OwnPace>>> paces) {
    return paces.stream().allMatch(devices -> devices.size() >= ENOUGH_DEVICES)
        && OwnPace.components(paces, OwnPace::factor).between() > 0;
  }

  private static List<PacedCurve> with(List<PacedCurve> curves, Map<String, List<OwnPace>> paces) {
    return curves.stream()
        .map(
            paced ->
                new PacedCurve(
                    paced.curve(),
                    paces.getOrDefault(paced.curve().device(), List.of()).stream()
                        .mapToDouble(OwnPace::factor)
                        .average()
                        .orElse(1)))
        .toList();
  }

  /** The mean over devices, of curves that may be several for a device. */
  static double meanPace(List<PacedCurve> curves) {
    Map<String, Double> ofDevices = new LinkedHashMap<>();
    curves.forEach(paced -> ofDevices.put(paced.curve().device(), paced.pace()));
    return ofDevices.values().stream().mapToDouble(f -> f).average().orElseThrow();
  }
}
