package io.github.remanence.validate.learning.network;

import io.github.remanence.bench.product.FloatMatrix;
import io.github.remanence.kernel.Crossbar;
import io.github.remanence.kernel.DifferentialPair;
import io.github.remanence.kernel.Pulses;
import io.github.remanence.kernel.UpdatePlan;
import io.github.remanence.kernel.device.NonIdealities;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One layer: synapses, the products with them, and the batch normalisation of what comes out.
 *
 * <pre>
 * v = W (scale x) + noise, normalised
 * </pre>
 *
 * <p>The neurons are shared out in tiles. A method that takes the number of a tile reads and writes
 * what belongs to its neurons only, so threads may take different ones at once.
 */
final class Layer {

  /** Neurons of a tile: few enough for several threads, many enough for fast products. */
  static final int TILE = 128;

  private static final float INPUT_SCALE = 1e-3f;

  private final Setting setting;
  private final int number;
  private final int neurons;
  private final Synapses synapses;
  private final float[] weightMemory;
  private final FloatMatrix weights;
  private final FloatMatrix gradient;
  private final List<Tile> tiles;
  private final BatchNormalisation normalisation;
  private final float[] outputs;
  private final float[] errors;
  private float inputScale = INPUT_SCALE;
  private UpdatePlan plan;

  /** Some neurons: the first, how many, their devices, and the pulses of a step for these. */
  private record Tile(int first, int count, DifferentialPair devices, Pulses pulses) {
    int end() {
      return first + count;
    }
  }

  /**
   * A layer before its first step.
   *
   * @param number from 0, which tells its random numbers from those of other layers
   * @param plan the devices in their field
   */
  Layer(Setting setting, int number, int inputs, int neurons, UpdatePlan plan) {
    this.setting = setting;
    this.number = number;
    this.neurons = neurons;
    this.plan = plan;
    this.synapses = new Synapses(setting, number, neurons, inputs, plan);
    this.weightMemory = new float[neurons * inputs];
    this.weights = FloatMatrix.of(weightMemory, neurons, inputs);
    float[] gradientMemory = new float[neurons * inputs];
    this.gradient = FloatMatrix.of(gradientMemory, neurons, inputs);
    this.tiles = tiles(Crossbar.wrap(gradientMemory, neurons, inputs));
    this.normalisation = new BatchNormalisation(neurons);
    this.outputs = new float[Network.BATCH * neurons];
    this.errors = new float[Network.BATCH * neurons];
  }

  private List<Tile> tiles(Crossbar gradients) {
    return IntStream.iterate(0, first -> first < neurons, first -> first + TILE)
        .mapToObj(first -> tile(gradients, first, Math.min(TILE, neurons - first)))
        .toList();
  }

  /** A negative rate goes down the gradient; the dead zone is the device's. */
  private Tile tile(Crossbar gradients, int first, int count) {
    Crossbar part = gradients.block(first, 0, count, gradients.cols());
    Pulses pulses = Pulses.gradient(part, -setting.rate(), /* deadZone= */ 0);
    return new Tile(first, count, synapses.ofNeurons(first, count), pulses);
  }

  /** The number of tiles. */
  int tiles() {
    return tiles.size();
  }

  /** Takes a batch forward through the neurons of a tile. */
  void forward(int tileNumber, FloatMatrix batch, Pass pass) {
    Tile tile = tiles.get(tileNumber);
    synapses.read(weightMemory, tile.first, tile.count);
    multiply(
        batch,
        weights.rowsFrom(tile.first, tile.count).transposed(),
        matrix(outputs, batch.rows()).colsFrom(tile.first, tile.count));
    addNoise(tile, batch.rows(), pass);
    switch (pass.kind()) {
      case LEARNING -> normalisation.learn(outputs, batch.rows(), tile.first, tile.end());
      case TEST -> normalisation.apply(outputs, batch.rows(), tile.first, tile.end());
    }
  }

  private void addNoise(Tile tile, int rows, Pass pass) {
    double sigma = nonIdealities().outputNoise();
    Crossbar read =
        Crossbar.wrap(outputs, Network.BATCH, neurons).block(0, tile.first, rows, tile.count);
    setting
        .clock()
        .noise(() -> setting.kernel().read(read, read, sigma, pass.outputDraws(setting, number)));
  }

  /** What a tile's neurons put out, where it is positive, and 0 elsewhere. */
  void rectify(int tileNumber, int rows, float[] into) {
    Tile tile = tiles.get(tileNumber);
    Rectifier.forward(outputs, into, neurons, rows, tile.first, tile.end());
  }

  /** Takes the errors of a tile's neurons back through {@link #rectify}. */
  void rectifyErrors(int tileNumber, int rows) {
    Tile tile = tiles.get(tileNumber);
    Rectifier.backward(errors, outputs, neurons, rows, tile.first, tile.end());
  }

  /** Takes the errors of a tile's neurons back through the normalisation. */
  void backward(int tileNumber, int rows) {
    Tile tile = tiles.get(tileNumber);
    normalisation.backward(errors, outputs, rows, tile.first, tile.end());
  }

  /**
   * Takes the errors of all neurons back to the inputs, through weights that are read with noise.
   *
   * @param into where the errors of the inputs go, images x inputs
   */
  void backwardToInputs(FloatMatrix into, Pass pass) {
    double sigma = nonIdealities().readNoise();
    setting.clock().noise(() -> synapses.readWithNoise(weightMemory, sigma, pass.number()));
    multiply(matrix(errors, into.rows()), weights, into);
  }

  /** Moves the devices of a tile down the gradient of a batch. */
  void learn(int tileNumber, FloatMatrix batch) {
    Tile tile = tiles.get(tileNumber);
    multiply(
        matrix(errors, batch.rows()).colsFrom(tile.first, tile.count).transposed(),
        batch,
        gradient.rowsFrom(tile.first, tile.count));
    setting.clock().update(() -> setting.kernel().apply(plan, tile.pulses, tile.devices));
  }

  /** Each of the three products has one factor that the scale of the inputs belongs to. */
  private void multiply(FloatMatrix a, FloatMatrix b, FloatMatrix into) {
    setting.clock().product(() -> setting.engine().products().multiply(inputScale, a, b, into));
  }

  /** The field changes. */
  void changeField(UpdatePlan next, Kept kept) {
    synapses.change(kept.change(plan, next));
    inputScale *= (float) kept.inputScale(plan, next);
    plan = next;
  }

  /** A value for each image of a batch and each neuron. */
  FloatMatrix matrix(float[] values, int rows) {
    return FloatMatrix.of(values, Network.BATCH, neurons).rowsFrom(0, rows);
  }

  private NonIdealities nonIdealities() {
    return plan.model().nonIdealities();
  }

  /** The devices. */
  Synapses synapses() {
    return synapses;
  }

  /** What the last forward pass put out, images x neurons. */
  float[] outputs() {
    return outputs;
  }

  /** The gradient of the loss with respect to the outputs, images x neurons. */
  float[] errors() {
    return errors;
  }

  /** The gradient of the loss with respect to the weights, neurons x inputs. */
  FloatMatrix gradient() {
    return gradient;
  }

  /** Everything that a step changes: arrays that are the layer's own. */
  List<float[]> state() {
    return List.of(
        synapses.plus(),
        synapses.minus(),
        normalisation.runningMean(),
        normalisation.runningVariance());
  }
}
