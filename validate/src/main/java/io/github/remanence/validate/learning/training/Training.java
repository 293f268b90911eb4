package io.github.remanence.validate.learning.training;

import io.github.remanence.kernel.UpdatePlan;
import io.github.remanence.kernel.field.FieldState;
import io.github.remanence.validate.learning.data.DataSet;
import io.github.remanence.validate.learning.data.LabelledImages;
import io.github.remanence.validate.learning.network.Engine;
import io.github.remanence.validate.learning.network.Kept;
import io.github.remanence.validate.learning.network.Network;
import io.github.remanence.validate.learning.network.Spent;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Trains a network on all images, in the order of their file, epoch after epoch, and keeps each
 * epoch in an archive.
 */
public final class Training {

  private final Conditions conditions;
  private final DataSet data;
  private final Engine engine;
  private final Archive archive;

  /**
   * A training of trials under the same conditions.
   *
   * @throws IllegalArgumentException if the last batch would be a single image, which has no
   *     variance
   */
  public Training(Conditions conditions, DataSet data, Engine engine, Archive archive) {
    if (data.train().count() % Network.BATCH == 1) {
      throw new IllegalArgumentException(
          "the last of the batches of %d would be a single image of %d, which has no variance"
              .formatted(Network.BATCH, data.train().count()));
    }
    this.conditions = conditions;
    this.data = data;
    this.engine = engine;
    this.archive = archive;
  }

  /** Steps in an epoch. */
  public int stepsOfEpoch() {
    return Math.ceilDiv(data.train().count(), Network.BATCH);
  }

  /** Steps that a trial still needs. */
  public long stepsLeft(Trial trial) throws IOException {
    int done = archive.outcome(trial).map(outcome -> outcome.epochs().size()).orElse(0);
    return (long) (conditions.epochs() - done) * stepsOfEpoch();
  }

  /**
   * A trial from where it was left to its end; from the archive if it has ended.
   *
   * @param afterStep called after each step
   */
  public Outcome of(Trial trial, Runnable afterStep) throws IOException {
    Optional<Outcome> kept = archive.outcome(trial);
    if (kept.isPresent() && kept.get().end().isPresent()) {
      return kept.get();
    }
    Course course = new Course(trial, afterStep);
    if (kept.isPresent()) {
      course.resume(kept.get());
    }
    return course.toTheEnd();
  }

  /** One trial on its way. */
  private final class Course {

    private final Runnable afterStep;
    private final Network network;
    private Outcome outcome;
    private FieldState field;

    Course(Trial trial, Runnable afterStep) {
      this.afterStep = afterStep;
      field = FieldState.at(trial.field());
      network =
          new Network(
              engine,
              conditions.plan(field),
              conditions.hiddenNeurons(),
              trial.rate(),
              trial.seed());
      outcome = new Outcome(trial, List.of(), trajectories(), Optional.empty());
    }

    /** In the middle of the images, where there is something to learn. */
    private List<Trajectory> trajectories() {
      int middle = LabelledImages.PIXELS / 2 + LabelledImages.SIDE / 2;
      return List.of(Trajectory.of(0, middle, stepsOfEpoch()), Trajectory.of(1, 0, stepsOfEpoch()));
    }

    void resume(Outcome kept) throws IOException {
      outcome = kept;
      conditions
          .fieldSwitch()
          .filter(change -> change.epoch() < kept.epochs().size())
          .ifPresent(change -> changeField(change.field(), change.kept()));
      archive.restore(kept.trial(), network);
    }

    Outcome toTheEnd() throws IOException {
      while (outcome.epochs().size() < conditions.epochs()) {
        conditions
            .fieldSwitch()
            .filter(change -> change.epoch() == outcome.epochs().size())
            .ifPresent(change -> changeField(change.field(), change.kept()));
        outcome = outcome.and(epoch());
        archive.keep(outcome, network);
      }
      outcome = outcome.endingWith(end());
      archive.keep(outcome, network);
      return outcome;
    }

    private void changeField(double next, Kept kept) {
      field = field.changedTo(next);
      network.changeField(conditions.plan(field), kept);
    }

    private EpochResult epoch() {
      int epoch = outcome.epochs().size();
      long start = System.nanoTime();
      Spent before = network.spent();
      double loss = learn(epoch);
      double accuracy = network.accuracy(data.test(), epoch);
      double seconds = (System.nanoTime() - start) / 1e9;
      Spent spent = network.spent().since(before);
      int threads = engine.team().threads();
      return new EpochResult(
          loss,
          accuracy,
          seconds,
          spent.products() / threads,
          spent.updates() / threads,
          spent.noise() / threads);
    }

    /** All images once; the mean of their losses. */
    private double learn(int epoch) {
      LabelledImages images = data.train();
      double sum = 0;
      for (int step = 0; step < stepsOfEpoch(); step++) {
        int first = step * Network.BATCH;
        int count = Math.min(Network.BATCH, images.count() - first);
        long number = (long) epoch * stepsOfEpoch() + step;
        sum += count * network.learn(images, first, count, number);
        if (epoch == 0) {
          note(step);
        }
        afterStep.run();
      }
      double loss = sum / images.count();
      if (!Double.isFinite(loss)) {
        throw new IllegalStateException(
            "the loss of %s is %s after epoch %d".formatted(outcome.trial(), loss, epoch + 1));
      }
      return loss;
    }

    private void note(int step) {
      outcome.trajectories().forEach(trajectory -> trajectory.note(network, step));
    }

    private Outcome.End end() {
      UpdatePlan learned = conditions.plan(field);
      double range = learned.curve().range();
      List<Histogram> weights =
          IntStream.range(0, 2).mapToObj(i -> Histogram.of(network.devices(i), range)).toList();
      if (conditions.plan(field.changedTo(0)).curve().equals(learned.curve())) {
        return new Outcome.End(weights, Optional.empty());
      }
      changeField(0, Kept.COORDINATE);
      double removed = network.accuracy(data.test(), conditions.epochs());
      return new Outcome.End(weights, Optional.of(removed));
    }
  }
}
