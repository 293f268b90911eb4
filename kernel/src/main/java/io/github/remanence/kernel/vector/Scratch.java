package io.github.remanence.kernel.vector;

/** Memory for one block between two passes, or one vector; each thread has its own. */
final class Scratch {

  private static final ThreadLocal<float[]> FLOATS = ThreadLocal.withInitial(() -> new float[0]);

  private static final ThreadLocal<int[]> INTS = ThreadLocal.withInitial(() -> new int[0]);

  private static final ThreadLocal<float[]> LAST_VECTOR =
      ThreadLocal.withInitial(() -> new float[512 / Float.SIZE]);

  private Scratch() {}

  /** Room for the lanes of the widest vector, and apart from {@link #floats}. */
  static float[] lastVector() {
    return LAST_VECTOR.get();
  }

  /** At least that many floats with anything in them; the same ones for the next caller. */
  static float[] floats(int size) {
    float[] floats = FLOATS.get();
    if (floats.length < size) {
      floats = new float[size];
      FLOATS.set(floats);
    }
    return floats;
  }

  /** At least that many ints with anything in them; the same ones for the next caller. */
  static int[] ints(int size) {
    int[] ints = INTS.get();
    if (ints.length < size) {
      ints = new int[size];
      INTS.set(ints);
    }
    return ints;
  }
}
