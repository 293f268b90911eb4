package io.github.remanence.cli.console;

import io.github.remanence.kernel.device.DeviceModel;
import io.github.remanence.kernel.random.Draws;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where random numbers come from, as a picocli mixin: {@code --seed} and {@code --update}. */
public final class Chance {

  @Option(
      names = "--seed",
      paramLabel = "N",
      description =
          "Any whole number, for a device with variation or noise: the same seed means the same"
              + " devices.")
  private @Nullable Long seed;

  @Option(
      names = "--update",
      paramLabel = "N",
      description =
          "Which update of these devices it is, from 0 on, with noise of its own; default 0.")
  private @Nullable Long update;

  /**
   * What was chosen; empty for a device without chance and no seed.
   *
   * @throws Failure if the device needs a seed, or the update has none or makes no sense
   */
  public Optional<Seeded> of(DeviceModel model) {
    if (seed != null) {
      return Optional.of(new Seeded(seed, update()));
    }
    if (update != null) {
      throw Failure.usage(
          "--update %d needs the seed that it is an update of; give --seed".formatted(update));
    }
    if (needsSeed(model)) {
      throw Failure.usage(
          ("the device '%s' has variation or noise and needs a seed; give --seed with any whole"
                  + " number, or choose a device without chance")
              .formatted(model.name()));
    }
    return Optional.empty();
  }

  private long update() {
    if (update == null) {
      return 0;
    }
    if (update < 0 || update == Long.MAX_VALUE) {
      throw Failure.usage("--update is counted from 0, was " + update);
    }
    return update;
  }

  private static boolean needsSeed(DeviceModel model) {
    return model.nonIdealities().drawsInUpdates() || !model.nonIdealities().variation().isNone();
  }

  /**
   * A seed and an update; to go on, a user needs the seed and the next update and nothing else.
   *
   * @param seed the seed
   * @param update the number of the update
   */
  public record Seeded(long seed, long update) {

    /** The update that follows. */
    public long nextUpdate() {
      return update + 1;
    }

    /** The numbers of what never changes. */
    public Draws ofDevices() {
      return Draws.ofDevices(seed, 0);
    }

    /** The numbers of the update. */
    public Draws ofUpdate() {
      return Draws.of(seed, 0, update);
    }
  }
}
