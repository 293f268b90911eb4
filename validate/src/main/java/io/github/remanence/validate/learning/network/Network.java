package io.github.remanence.validate.learning.network;

import io.github.remanence.bench.product.FloatMatrix;
import io.github.remanence.kernel.UpdatePlan;
import io.github.remanence.validate.learning.data.LabelledImages;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * The network: two layers of differential pairs, rectified in between, that learns in plain steps
 * down the gradient of the cross-entropy. Whatever moves a device goes through the kernel.
 *
 * <p>A step is two shared tasks, each a tile a thread: forward through the hidden layer, and its
 * gradient and update; what lies between them, the output layer, is small and is done by the
 * calling thread. The gradient with respect to the images is of no use, so the weights of the
 * hidden layer are not read with noise for it, as nobody would see what was read.
 */
public final class Network {

  /** Images in a step, at most. */
  public static final int BATCH = 128;

  private static final int KINDS = LabelledImages.KINDS;

  private final Setting setting;
  private final Layer hidden;
  private final Layer output;
  private final float[] rectified;

  /**
   * A network before its first step.
   *
   * @param engine what computes
   * @param plan the devices in their field, with their non-idealities
   * @param neurons of the hidden layer
   * @param rate pulses for a gradient of 1
   * @param seed of everything random
   */
  public Network(Engine engine, UpdatePlan plan, int neurons, double rate, long seed) {
    this.setting = new Setting(engine, new Clock(), seed, rate);
    this.hidden = new Layer(setting, 0, LabelledImages.PIXELS, neurons, plan);
    this.output = new Layer(setting, 1, neurons, KINDS, plan);
    this.rectified = new float[BATCH * neurons];
  }

  /**
   * Learns from some images, at least 2.
   *
   * @param first the first of them
   * @param count how many, at most {@value #BATCH}
   * @param step counts the steps from 0; the noise depends on it
   * @return the loss before the step
   */
  public double learn(LabelledImages images, int first, int count, long step) {
    Pass pass = new Pass(Pass.Kind.LEARNING, step);
    FloatMatrix pixels = pixels(images, first, count);
    forward(pixels, pass);
    double loss =
        CrossEntropy.of(output.outputs(), output.errors(), count, KINDS, images.labels(), first);
    learnOutputs(count, pass);
    team()
        .each(
            hidden.tiles(),
            tile -> {
              hidden.rectifyErrors(tile, count);
              hidden.backward(tile, count);
              hidden.learn(tile, pixels);
            });
    return loss;
  }

  private void learnOutputs(int count, Pass pass) {
    for (int tile = 0; tile < output.tiles(); tile++) {
      output.backward(tile, count);
    }
    output.backwardToInputs(hidden.matrix(hidden.errors(), count), pass);
    for (int tile = 0; tile < output.tiles(); tile++) {
      output.learn(tile, hidden.matrix(rectified, count));
    }
  }

  /**
   * Tests the network, which changes nothing.
   *
   * @param test counts the tests from 0; the noise depends on it
   * @return the share of images whose kind it tells
   */
  public double accuracy(LabelledImages images, long test) {
    long batches = Math.ceilDiv(images.count(), BATCH);
    int correct = 0;
    for (int batch = 0; batch < batches; batch++) {
      int first = batch * BATCH;
      int count = Math.min(BATCH, images.count() - first);
      forward(pixels(images, first, count), new Pass(Pass.Kind.TEST, test * batches + batch));
      correct += CrossEntropy.correct(output.outputs(), count, KINDS, images.labels(), first);
    }
    return (double) correct / images.count();
  }

  private void forward(FloatMatrix pixels, Pass pass) {
    int count = pixels.rows();
    team()
        .each(
            hidden.tiles(),
            tile -> {
              hidden.forward(tile, pixels, pass);
              hidden.rectify(tile, count, rectified);
            });
    for (int tile = 0; tile < output.tiles(); tile++) {
      output.forward(tile, hidden.matrix(rectified, count), pass);
    }
  }

  private static FloatMatrix pixels(LabelledImages images, int first, int count) {
    return FloatMatrix.of(images.pixels(), images.count(), LabelledImages.PIXELS)
        .rowsFrom(first, count);
  }

  private Team team() {
    return setting.engine().team();
  }

  /** The field changes, for all devices. */
  public void changeField(UpdatePlan next, Kept kept) {
    layers().forEach(layer -> layer.changeField(next, kept));
  }

  /** Both layers, the hidden one first. */
  List<Layer> layers() {
    return List.of(hidden, output);
  }

  /** The devices of a layer as arrays, neuron after neuron; 0 is the hidden layer. */
  public Devices devices(int layer) {
    Synapses synapses = layers().get(layer).synapses();
    return new Devices(synapses.plus(), synapses.minus());
  }

  /**
   * The devices themselves: what is read here is what the next step works on.
   *
   * @param plus conductances of the plus devices
   * @param minus conductances of the minus devices
   */
  @SuppressWarnings("ArrayRecordComponent") // Millions of values, to be looked at where they are.
  public record Devices(float[] plus, float[] minus) {}

  /** How the time since the start was spent. */
  public Spent spent() {
    return setting.clock().spent();
  }

  /** Writes everything that steps change, but not the field. */
  public void write(DataOutputStream out) throws IOException {
    for (float[] array : state()) {
      ByteBuffer bytes = ByteBuffer.allocate(array.length * Float.BYTES);
      bytes.asFloatBuffer().put(array);
      out.write(bytes.array());
    }
  }

  /** Reads what {@link #write} wrote, in a network of the same shape. */
  public void read(DataInputStream in) throws IOException {
    for (float[] array : state()) {
      byte[] bytes = new byte[array.length * Float.BYTES];
      in.readFully(bytes);
      ByteBuffer.wrap(bytes).asFloatBuffer().get(array);
    }
  }

  private List<float[]> state() {
    return layers().stream().flatMap(layer -> layer.state().stream()).toList();
  }
}
