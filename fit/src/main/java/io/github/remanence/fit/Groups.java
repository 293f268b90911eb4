package io.github.remanence.fit;

import io.github.remanence.fit.curves.MeasuredCurve;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The repeats of one train, in groups that are independent of each other: a device each, or if
 * there is one device a cycle each.
 *
 * @param groups the curves of each
 */
record Groups(List<List<PacedCurve>> groups) {

  /** Fewer say too little of how they scatter. */
  private static final int ENOUGH = 3;

  static Groups of(List<PacedCurve> curves) {
    boolean oneDevice =
        curves.stream().map(paced -> paced.curve().device()).distinct().count() == 1;
    Map<String, List<PacedCurve>> groups = new LinkedHashMap<>();
    for (PacedCurve paced : curves) {
      MeasuredCurve curve = paced.curve();
      groups
          .computeIfAbsent(
              oneDevice ? curve.cycle() + curve.field() : curve.device(), g -> new ArrayList<>())
          .add(paced);
    }
    return new Groups(List.copyOf(groups.values()));
  }

  /** Whether one of them can be left out, and the scatter of what comes out says something. */
  boolean areEnough() {
    return groups.size() >= ENOUGH;
  }

  /** All curves but those of one group. */
  List<PacedCurve> without(int group) {
    List<PacedCurve> rest = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      if (i != group) {
        rest.addAll(groups.get(i));
      }
    }
    return rest;
  }
}
