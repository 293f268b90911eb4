package io.github.remanence.bench;

/**
 * The bytes that a call of a benchmark has to read and to write, from what is known of the data.
 */
final class Bytes {

  private Bytes() {}

  static long of(CrossbarBenchmark benchmark) {
    long devices = benchmark.workbench().crossbar().devices();
    return switch (benchmark) {
      case UniformUpdateBenchmark b -> 8 * devices;
      case TrainBenchmark b -> 8 * devices;
      case FieldChangeBenchmark b -> 8 * devices;
      case FirstCallBenchmark b -> form(b.form) * devices;
      case PerDeviceUpdateBenchmark b -> form(b.counts) * devices;
      case MemoryKindBenchmark b -> form(b.form) * devices;
      case BlockBenchmark b -> form(b.form) * devices;
      case MixedFormsBenchmark b -> form(b.form) * devices;
      case GradientBenchmark b -> 12 * devices;
      case ResponseBenchmark b -> 9 * devices;
      case FactorsBenchmark b -> varied(b.factors) * devices;
      case NoiseBenchmark b -> varied(b.factors) * devices;
      case RandomBenchmark b -> (b.numbers.equals("read") ? 8 : 4) * devices;
      case OuterProductsBenchmark b -> 8 * devices + b.batch * ends(b.shape());
      case OuterProductSumBenchmark b ->
          (b.sum.equals("kernel") ? 8 : 16) * devices + 4L * b.batch * ends(b.shape());
      default -> throw new AssertionError("nobody knows the bytes of " + benchmark.getClass());
    };
  }

  private static long ends(Shape shape) {
    return shape.rows() + shape.cols();
  }

  private static long form(String name) {
    return switch (name) {
      case "int8" -> 9;
      case "float32" -> 12;
      default -> 8;
    };
  }

  private static long varied(String factors) {
    return switch (factors) {
      case "none" -> 9;
      case "pulses", "nonlinearity" -> 11;
      case "window" -> 13;
      default -> 17;
    };
  }
}
