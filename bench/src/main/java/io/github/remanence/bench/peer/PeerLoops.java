package io.github.remanence.bench.peer;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** The loops by name, each with arrays that are filled anew and alike every time. */
public final class PeerLoops {

  /** The reduced field in which single devices are updated. */
  public static final double FIELD = 0.5;

  /** Pulses for each unit of a gradient from -1 to 1, so also the most that a device gets. */
  public static final float RATE = 7;

  /** Fewer pulses than this do nothing, where counts are not whole. */
  public static final float DEAD_ZONE = 0.1f;

  /** The deviation of a device's noise after one pulse. */
  public static final float SIGMA = 0.01f;

  /** A conductance is read and written. */
  private static final int CONDUCTANCE_BYTES = 2 * Float.BYTES;

  /** An asymptote and a log rate of each polarity. */
  private static final int PARAMETER_BYTES = 4 * Float.BYTES;

  private final CppLibrary library;
  private final OffHeap memory;
  private final Draws draws = new Draws();
  private final long cells;
  private final int threads;

  private PeerLoops(CppLibrary library, OffHeap memory, long cells, int threads) {
    this.library = library;
    this.memory = memory;
    this.cells = cells;
    this.threads = threads;
  }

  /**
   * A loop.
   *
   * @param name int8, float32, factors, noise, pair-exponential, pair-linear, pair-as-written or
   *     pair-as-written-linear
   * @param memory where its arrays live
   * @param cells devices, or pairs of them
   */
  public static PeerLoop of(
      String name, CppLibrary library, OffHeap memory, long cells, int threads) {
    PeerLoops loops = new PeerLoops(library, memory, cells, threads);
    return switch (name) {
      case "int8" -> loops.int8();
      case "float32" -> loops.float32();
      case "factors" -> loops.factors();
      case "noise" -> loops.noise();
      case "pair-exponential" -> loops.pairs("update_pair_exponential", PeerDevice.bernard2025(0));
      case "pair-linear" -> loops.pairs("update_pair_linear", PeerDevice.bernard2025(1));
      case "pair-as-written" -> loops.pairs("update_pair_as_written", PeerDevice.bernard2025(0));
      case "pair-as-written-linear" ->
          loops.pairs("update_pair_as_written_linear", PeerDevice.bernard2025(1));
      default ->
          throw new IllegalArgumentException(
              ("a loop is int8, float32, factors, noise, pair-exponential, pair-linear,"
                      + " pair-as-written or pair-as-written-linear, was '%s'")
                  .formatted(name));
    };
  }

  private PeerLoop int8() {
    PeerDevice device = PeerDevice.bernard2025(FIELD);
    MemorySegment g = conductances(device);
    MemorySegment model = memory.floats(device.inClosedForm());
    return counted(g, List.of(), 0, n -> library.call("update_int8", g, n, cells, model, threads));
  }

  private PeerLoop float32() {
    PeerDevice device = PeerDevice.bernard2025(FIELD);
    MemorySegment g = conductances(device);
    MemorySegment model = memory.floats(device.inClosedForm());
    return withGradient(
        List.of(g),
        List.of(),
        CONDUCTANCE_BYTES + Float.BYTES,
        d -> library.call("update_float32", g, d, cells, RATE, DEAD_ZONE, model, threads));
  }

  private PeerLoop factors() {
    return ofOwnParameters("update_factors");
  }

  private PeerLoop noise() {
    MemorySegment updates = memory.bytes(Integer.BYTES, i -> 0);
    return ofOwnParameters("update_noise", SIGMA, updates);
  }

  private PeerLoop ofOwnParameters(String function, Object... noise) {
    PeerDevice device = PeerDevice.bernard2025(FIELD);
    MemorySegment g = conductances(device);
    MemorySegment factors = factorOfEach();
    List<Object> parameters = new ArrayList<>();
    parameters.add(ofEach(device, factors, PeerDevice::upperAsymptote));
    parameters.add(ofEach(device, factors, PeerDevice::potentiationLogRate));
    parameters.add(ofEach(device, factors, PeerDevice::lowerAsymptote));
    parameters.add(ofEach(device, factors, PeerDevice::depressionLogRate));
    parameters.addAll(List.of(noise));
    parameters.add(memory.floats(device.inClosedForm()));
    parameters.add(threads);
    return counted(
        g,
        List.of(factors),
        PARAMETER_BYTES,
        n ->
            library.call(
                function, Stream.concat(Stream.of(g, n, cells), parameters.stream()).toArray()));
  }

  private PeerLoop pairs(String function, PeerDevice device) {
    MemorySegment w1 = conductances(device);
    MemorySegment w2 = conductances(device);
    MemorySegment v1 = factorOfEach();
    MemorySegment v2 = factorOfEach();
    MemorySegment model = memory.floats(device.inClosedForm());
    return withGradient(
        List.of(w1, w2),
        List.of(v1, v2),
        CONDUCTANCE_BYTES + Float.BYTES + Float.BYTES / 2, // A factor, and half a gradient.
        d -> library.call(function, w1, w2, d, v1, v2, cells, RATE, DEAD_ZONE, model, threads));
  }

  private PeerLoop counted(
      MemorySegment g,
      List<MemorySegment> factors,
      int parameterBytes,
      Function<MemorySegment, Runnable> update) {
    MemorySegment counts = memory.bytes(cells, i -> RATE * draws.gradient());
    return new PeerLoop(
        List.of(g),
        counts,
        factors,
        CONDUCTANCE_BYTES + Byte.BYTES + parameterBytes,
        update.apply(counts),
        update.apply(memory.oppositeBytes(counts)));
  }

  private PeerLoop withGradient(
      List<MemorySegment> conductances,
      List<MemorySegment> factors,
      int bytesPerDevice,
      Function<MemorySegment, Runnable> update) {
    MemorySegment gradient = memory.floats(cells, i -> draws.gradient());
    return new PeerLoop(
        conductances,
        gradient,
        factors,
        bytesPerDevice,
        update.apply(gradient),
        update.apply(memory.oppositeFloats(gradient)));
  }

  private MemorySegment conductances(PeerDevice device) {
    return memory.floats(cells, i -> draws.conductance(device.curve()));
  }

  private MemorySegment factorOfEach() {
    return memory.floats(cells, i -> draws.factor());
  }

  private MemorySegment ofEach(
      PeerDevice device, MemorySegment factors, ToDoubleFunction<PeerDevice> parameter) {
    return memory.floats(
        cells,
        i ->
            parameter.applyAsDouble(
                device.withNonlinearityTimes(factors.getAtIndex(ValueLayout.JAVA_FLOAT, i))));
  }
}
