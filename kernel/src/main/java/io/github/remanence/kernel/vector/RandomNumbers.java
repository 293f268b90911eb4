package io.github.remanence.kernel.vector;

import io.github.remanence.kernel.random.Draws;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Random numbers of neighbours, into scratch memory. */
interface RandomNumbers {

  /** Code, not state: copies of {@link RandomLoops} by vector width. */
  Map<Integer, RandomNumbers> COPIES = new ConcurrentHashMap<>();

  /** The ones that are made in vectors of so many bits. */
  static RandomNumbers inVectorsOf(int bits) {
    return COPIES.computeIfAbsent(
        bits, width -> (RandomNumbers) HiddenCopy.of(RandomLoops.class, width));
  }

  /** The {@link Draws#normal} of so many devices; their number is one of whole vectors. */
  void normals(Draws draws, long firstDevice, float[] out, int start, int size);

  /** The {@link Draws#word} of so many devices, as float32 from -1/2 to 1/2. */
  void evenly(Draws draws, long firstDevice, float[] out, int start, int size);
}
