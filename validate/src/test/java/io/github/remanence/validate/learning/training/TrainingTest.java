package io.github.remanence.validate.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.remanence.kernel.Backend;
import io.github.remanence.kernel.device.DeviceModel;
import io.github.remanence.kernel.device.Presets;
import io.github.remanence.validate.learning.Digits;
import io.github.remanence.validate.learning.Engines;
import io.github.remanence.validate.learning.data.DataSet;
import io.github.remanence.validate.learning.data.LabelledImages;
import io.github.remanence.validate.learning.network.Kept;
import io.github.remanence.validate.learning.network.Team;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingTest {

  private static final List<String> SETTINGS = List.of("epochs: 4");
  private static final Trial TRIAL = new Trial(2000, 1, 7);

  /** In the middle, so that there are steps to resume before it and after. */
  private static final FieldSwitch SWITCH = new FieldSwitch(2, 0.25, Kept.COORDINATE);

  @TempDir private Path folder;

  private final DataSet digits = Digits.read();
  private final Team team = new Team(2);

  @AfterEach
  void close() {
    team.close();
  }

  /** Thrown by what is told of each step: as sudden as an end of the program can be in a test. */
  private static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** 3 steps an epoch: in the middle of one, at its end, before, at and after the switch. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4, 6, 7, 9, 11, 12})
  void aTrialThatWasStoppedGoesOnAsIfItHadNot(int steps) throws IOException {
    Outcome whole = training("whole").of(TRIAL, TrainingTest::nothing);
    AtomicInteger left = new AtomicInteger(steps);
    Runnable stop =
        () -> {
          if (left.decrementAndGet() == 0) {
            throw new Stopped();
          }
        };
    assertThatThrownBy(() -> training("stopped").of(TRIAL, stop)).isInstanceOf(Stopped.class);
    AtomicInteger resumed = new AtomicInteger();
    Outcome found = training("stopped").of(TRIAL, resumed::incrementAndGet);
    assertThat(resumed.get()).as("steps after resuming").isEqualTo(12 - (steps - 1) / 3 * 3);
    assertThat(withoutTimes(found)).usingRecursiveComparison().isEqualTo(withoutTimes(whole));
  }

  @Test
  void aTrialThatHasEndedIsNotRepeated() throws IOException {
    Outcome first = training("a").of(TRIAL, TrainingTest::nothing);
    AtomicInteger steps = new AtomicInteger();
    Training again = training("a");
    assertThat(again.stepsLeft(TRIAL)).isZero();
    assertThat(again.of(TRIAL, steps::incrementAndGet)).usingRecursiveComparison().isEqualTo(first);
    assertThat(steps).hasValue(0);
    assertThat(again.stepsLeft(new Trial(2000, 1, 8))).isEqualTo(12);
  }

  @Test
  void afterTheLastEpochTheFieldIsRemovedWhereItMatters() throws IOException {
    Outcome inField = training("a").of(TRIAL, TrainingTest::nothing);
    assertThat(inField.end().orElseThrow().removedAccuracy()).isPresent();
    List<Long> counts = inField.end().orElseThrow().weights().getFirst().counts();
    assertThat(counts.stream().mapToLong(n -> n).sum()).isEqualTo(64 * LabelledImages.PIXELS);
    Conditions plain = new Conditions(Presets.bernard2025Noisy(), 64, 4, Optional.empty());
    Outcome without = training(plain, "b").of(new Trial(2000, 0, 7), TrainingTest::nothing);
    assertThat(without.end().orElseThrow().removedAccuracy()).isEmpty();
  }

  /** rho = 1: the linearisation stays whole when the field is removed, and so does every answer. */
  @Test
  void whatIsRetainedWhollyIsNotChangedByRemovingTheField() throws IOException {
    DeviceModel published = Presets.bernard2025Noisy();
    DeviceModel retaining =
        new DeviceModel(
            published.name(),
            published.source(),
            published.unit(),
            published.zeroField(),
            published.saturated(),
            published.linearisation(),
            1,
            published.nonIdealities());
    Conditions conditions = new Conditions(retaining, 64, 2, Optional.empty());
    Outcome outcome = training(conditions, "a").of(TRIAL, TrainingTest::nothing);
    assertThat(outcome.end().orElseThrow().removedAccuracy()).isEmpty();
  }

  @Test
  void aFieldSwitchedByEitherRuleChangesTheCourseAfterIt() throws IOException {
    List<Double> kept = losses(Optional.of(SWITCH), "a");
    List<Double> other = losses(Optional.of(new FieldSwitch(2, 0.25, Kept.CONDUCTANCE)), "b");
    List<Double> never = losses(Optional.empty(), "c");
    assertThat(kept.subList(0, 2)).isEqualTo(never.subList(0, 2)).isEqualTo(other.subList(0, 2));
    assertThat(kept.subList(2, 4)).doesNotContainAnyElementsOf(never.subList(2, 4));
    assertThat(kept.subList(2, 4)).doesNotContainAnyElementsOf(other.subList(2, 4));
  }

  private List<Double> losses(Optional<FieldSwitch> change, String name) throws IOException {
    Conditions conditions = new Conditions(Presets.bernard2025Noisy(), 64, 4, change);
    Outcome outcome = training(conditions, name).of(TRIAL, TrainingTest::nothing);
    return outcome.epochs().stream().map(EpochResult::loss).toList();
  }

  @Test
  void aDamagedFileIsNamedAndNothingIsBelieved() throws IOException {
    training("a").of(TRIAL, TrainingTest::nothing);
    Path file = folder.resolve("a").resolve("rate-2000.0-field-1.0-seed-7.trial");
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
    assertThatThrownBy(() -> training("a").of(TRIAL, TrainingTest::nothing))
        .isInstanceOf(IOException.class)
        .hasMessage(file + " is damaged; delete it to begin its trial again");
    Files.write(file, Arrays.copyOf(bytes, 12));
    assertThatThrownBy(() -> training("a").of(TRIAL, TrainingTest::nothing))
        .hasMessageContaining("is damaged");
  }

  @Test
  void aFolderWithOtherSettingsIsRefusedAndNamesTheFirst() throws IOException {
    training("a");
    Path there = folder.resolve("a");
    assertThatThrownBy(() -> Archive.in(there, List.of("epochs: 5")))
        .isInstanceOf(IOException.class)
        .hasMessage(
            there
                + " holds results with other settings, there 'epochs: 4', here 'epochs: 5'; name"
                + " another folder");
  }

  @Test
  void whatWasHalfWrittenIsSweptAway() throws IOException {
    training("a");
    Path half = Files.writeString(folder.resolve("a").resolve(".x.trial.1234.part"), "half");
    training("a");
    assertThat(half).doesNotExist();
  }

  /** One image has no variance, and NaN would spread from there. */
  @Test
  void aLastBatchOfOneImageIsRefused() throws IOException {
    LabelledImages train = digits.train();
    LabelledImages odd =
        new LabelledImages(
            Arrays.copyOf(train.pixels(), 129 * LabelledImages.PIXELS),
            Arrays.copyOf(train.labels(), 129));
    DataSet data = new DataSet(odd, digits.test(), "");
    Archive archive = Archive.in(folder.resolve("a"), SETTINGS);
    assertThatThrownBy(
            () -> new Training(conditions(), data, Engines.of(Backend.fastest(), team), archive))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a single image of 129");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY, 1e7})
  void aRateThatMakesNoSenseIsRefused(double rate) {
    assertThatThrownBy(() -> new Trial(rate, 0, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("was " + rate);
  }

  @Test
  void theFieldCannotChangeAfterTheEnd() {
    assertThatThrownBy(() -> new Conditions(Presets.bernard2025(), 64, 2, Optional.of(SWITCH)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the field cannot change after epoch 2 of 2");
  }

  private static void nothing() {}

  private static Conditions conditions() {
    return new Conditions(Presets.bernard2025Noisy(), 64, 4, Optional.of(SWITCH));
  }

  private Training training(String name) throws IOException {
    return training(conditions(), name);
  }

  private Training training(Conditions conditions, String name) throws IOException {
    Archive archive = Archive.in(folder.resolve(name), SETTINGS);
    return new Training(conditions, digits, Engines.of(Backend.fastest(), team), archive);
  }

  private static Outcome withoutTimes(Outcome outcome) {
    List<EpochResult> epochs =
        outcome.epochs().stream()
            .map(epoch -> new EpochResult(epoch.loss(), epoch.accuracy(), 0, 0, 0, 0))
            .toList();
    return new Outcome(outcome.trial(), epochs, outcome.trajectories(), outcome.end());
  }
}
