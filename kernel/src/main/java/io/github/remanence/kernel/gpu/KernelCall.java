package io.github.remanence.kernel.gpu;

import io.github.remanence.kernel.gpu.StepMemory.Place;
import io.github.remanence.kernel.gpu.accelerator.Accelerator;
import io.github.remanence.kernel.gpu.accelerator.Accelerator.Buffer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One start of a kernel of {@code updates.cl} on a rectangle of devices. */
final class KernelCall {

  /** The arguments that are memory, in their order. */
  enum Slot {
    /** Conductances that are written. */
    G,
    /** Other conductances. */
    H,
    /** Counts, of devices or of columns. */
    COUNTS,
    /** What belongs to rows. */
    EXTRA,
    /** Factors on pulses of potentiation. */
    F0,
    /** Factors on pulses of depression. */
    F1,
    /** Factors on nu of potentiation. */
    F2,
    /** Factors on nu of depression. */
    F3,
    /** Factors on the lower end of the window. */
    F4,
    /** Factors on the upper end of the window. */
    F5;

    static final List<Slot> FACTORS = List.of(F0, F1, F2, F3, F4, F5);
  }

  private final Accelerator accelerator;
  private final Buffer unused;
  private final Arguments arguments;
  private final String kernel;
  private final Rectangle rectangle;
  private final Map<Slot, Place> places = new EnumMap<>(Slot.class);

  /**
   * A call without operands yet.
   *
   * @param unused memory for those that stay away
   * @param arguments to be overwritten
   */
  KernelCall(
      Accelerator accelerator,
      Buffer unused,
      Arguments arguments,
      String kernel,
      Rectangle rectangle) {
    this.accelerator = accelerator;
    this.unused = unused;
    this.arguments = arguments;
    this.kernel = kernel;
    this.rectangle = rectangle;
  }

  /** Sets an operand; null is none. */
  KernelCall with(Slot slot, @Nullable Place place) {
    if (place != null) {
      places.put(slot, place);
    }
    return this;
  }

  /** The struct of a kernel that does not ask where its devices are in the whole crossbar. */
  Arguments arguments() {
    return arguments(0, 0);
  }

  /**
   * The struct of the kernel, begun with its shape: to be written on and then launched.
   *
   * @param place of the first device in the whole crossbar
   * @param placeStride of places, from the start of a row to the start of the next
   */
  Arguments arguments(long place, long placeStride) {
    arguments.clear().longs(rectangle.rows(), rectangle.cols(), place, placeStride);
    Stream.of(Slot.G, Slot.H, Slot.COUNTS, Slot.EXTRA).forEach(this::put);
    Slot.FACTORS.forEach(this::put);
    return arguments;
  }

  private void put(Slot slot) {
    Place place = places.get(slot);
    arguments.longs(place == null ? 0 : place.first(), place == null ? 0 : place.rowStride());
  }

  /** Starts the kernel. */
  void launch() {
    List<Buffer> operands =
        Stream.of(Slot.values())
            .map(places::get)
            .map(place -> place == null ? unused : place.buffer())
            .toList();
    accelerator.launch(kernel, operands, arguments.struct(), rectangle.rows(), rectangle.cols());
  }
}
