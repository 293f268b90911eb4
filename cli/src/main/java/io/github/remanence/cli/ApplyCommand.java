package io.github.remanence.cli;

import io.github.remanence.cli.console.Chance;
import io.github.remanence.cli.console.Chance.Seeded;
import io.github.remanence.cli.console.Execution;
import io.github.remanence.cli.console.ExitCode;
import io.github.remanence.cli.console.Failure;
import io.github.remanence.cli.console.Output;
import io.github.remanence.cli.console.Progress;
import io.github.remanence.cli.file.DeviceFile;
import io.github.remanence.cli.file.InputFile;
import io.github.remanence.cli.file.MatrixFile;
import io.github.remanence.cli.file.OutputFile;
import io.github.remanence.cli.file.PulsesInput;
import io.github.remanence.cli.npy.NpyWriter;
import io.github.remanence.kernel.Census;
import io.github.remanence.kernel.Crossbar;
import io.github.remanence.kernel.DeviceFactors;
import io.github.remanence.kernel.Pulses;
import io.github.remanence.kernel.UpdateKernel;
import io.github.remanence.kernel.UpdatePlan;
import io.github.remanence.kernel.Workers;
import io.github.remanence.kernel.device.DeviceCurve;
import io.github.remanence.kernel.device.DeviceModel;
import io.github.remanence.kernel.device.DeviceVariation;
import io.github.remanence.kernel.field.FieldState;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Pulses on the user's own conductances. */
@Command(
    name = "apply",
    description = {
      "Apply pulses to the conductances in a NumPy file.",
      "",
      "Each device takes its pulses at once, exactly, at one magnetic field: a positive count"
          + " potentiates, a negative one depresses, and a count may be fractional. The result is"
          + " float32 in C order. It appears whole or not at all.",
      "",
      "A device with variation or noise needs --seed: it decides which factors each device has for"
          + " ever, and, with --update, the noise of this update. The same seed and update give the"
          + " same bytes on every backend, with any number of threads. Stuck devices stay where"
          + " they are.",
      "",
      "NaN and infinity, in conductances or counts, are refused. A conductance outside the device's"
          + " window is brought into it, and a warning says how many were."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  remanence apply --in g.npy --pulses -3 --device bernard2025 --out g2.npy",
      "  remanence apply --in g.npy --pulses n.npy --device d.json --out g2.npy",
      "  remanence apply --in g.npy --pulses 2.5 --device d.json --field 1 --out h.npy",
      "  remanence apply --in g.npy --pulses 1 --device d.json --seed 1 --out h.npy",
      "",
      "A device model: the window and the nonlinearities without field and at saturation, the"
          + " pulses that span the window, and the law between, of clamped (saturationField), tanh"
          + " or exponential (scaleField), or measured (points of field and linearisation).",
      ApplyCommand.DEVICE_EXAMPLE,
      "",
      "What a real device adds goes into \"nonIdealities\", which may be left out like each of its"
          + " parts. Laws of variation: normal, absolute-normal, log-normal; conventions of noise:"
          + " per-step, range-sqrt-n, range; its modes: aggregate, pulse-by-pulse; rounding: none,"
          + " nearest, stochastic.",
      ApplyCommand.NON_IDEALITIES_EXAMPLE
    })
final class ApplyCommand implements Callable<Integer> {

  static final String DEVICE_EXAMPLE =
      """
      {
        "name": "my device", "source": "lab book 7, page 12", "unit": "S",
        "zeroField": { "minConductance": 1e-6, "maxConductance": 9e-6,
          "potentiation": { "family": "exponential", "nonlinearity": 1.5, "pulses": 27 },
          "depression": { "family": "exponential", "nonlinearity": 2.77, "pulses": 27 } },
        "saturated": { "minConductance": 5e-6, "maxConductance": 9e-6,
          "potentiation": { "family": "exponential", "nonlinearity": 1.5, "pulses": 27 },
          "depression": { "family": "exponential", "nonlinearity": 0, "pulses": 27 } },
        "linearisation": { "law": "clamped", "saturationField": 0.45 },
        "retention": 0
      }\
      """;

  static final String NON_IDEALITIES_EXAMPLE =
      """
        "nonIdealities": {
          "variation": { "pulses": { "law": "absolute-normal", "sigma": 0.2 } },
          "cycleNoise": { "convention": "per-step", "sigma": 0.3, "mode": "aggregate" },
          "deadZone": 0.1
        }\
      """;

  @Option(
      names = "--in",
      required = true,
      paramLabel = "FILE",
      description = "Conductances: a .npy matrix (or vector) of float32 or float64.")
  private Path in;

  @Option(
      names = "--pulses",
      required = true,
      paramLabel = "NUMBER|FILE",
      description =
          "One count for all devices, or a .npy file with one for each: int8, int16, int32, int64,"
              + " float32 or float64, in the shape of the conductances.")
  private String pulses;

  @Option(
      names = "--device",
      required = true,
      paramLabel = "PRESET|FILE",
      description =
          "The device: a preset, such as bernard2025 or neurosim-pcmo (a name that there is not"
              + " lists them all), or a device model in JSON.")
  private String device;

  @Option(
      names = "--field",
      paramLabel = "H",
      defaultValue = "0",
      description =
          "Magnetic field in the unit of the device's field law; default ${DEFAULT-VALUE}.")
  private double field;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "The .npy file to write.")
  private Path out;

  @Option(names = "--force", description = "Write over an existing file; never over an input.")
  private boolean force;

  @Mixin private Chance chance;

  @Mixin private Execution execution;

  @Mixin private Output output;

  @Override
  public Integer call() {
    OutputFile target = new OutputFile("--out", out);
    target.require(force, inputs());
    DeviceModel model = DeviceFile.read(device);
    Optional<Seeded> seeded = chance.of(model);
    UpdatePlan plan = plan(model);
    execution.require(plan);
    ApplyReport report;
    try (Workers workers = execution.workers()) {
      report = apply(plan, seeded.orElse(null), execution.kernel(workers), target);
    }
    report.warning().ifPresent(output::warn);
    output.result(report, report::text);
    return ExitCode.OK;
  }

  private List<Path> inputs() {
    List<Path> inputs = new ArrayList<>(List.of(in));
    PulsesInput.file(pulses).ifPresent(inputs::add);
    DeviceFile.file(device).ifPresent(inputs::add);
    return inputs;
  }

  private UpdatePlan plan(DeviceModel model) {
    if (!Double.isFinite(field)) {
      throw Failure.usage("--field must be a finite number, was " + field);
    }
    try {
      return UpdatePlan.of(model, FieldState.at(field));
    } catch (IllegalArgumentException e) {
      throw Failure.badInput(
          "--device %s at --field %s: %s".formatted(device, field, e.getMessage()));
    }
  }

  private ApplyReport apply(
      UpdatePlan plan, @Nullable Seeded seeded, UpdateKernel kernel, OutputFile target) {
    try (Progress progress = output.progress("apply", 4);
        MatrixFile conductances = conductances(progress);
        PulsesInput counts = counts(progress, conductances.values())) {
      long outside = outsideWindow(conductances, plan.curve());
      Crossbar devices = devices(conductances.values(), plan, seeded);
      progress.step("update");
      long start = System.nanoTime();
      update(plan, counts.pulses(), devices, seeded, kernel);
      double seconds = (System.nanoTime() - start) * 1e-9;
      progress.step("write " + out);
      write(conductances, target);
      return report(plan, seeded, kernel, conductances, counts, outside, seconds);
    }
  }

  /** With the factors that the seed has for them. */
  private Crossbar devices(Crossbar conductances, UpdatePlan plan, @Nullable Seeded seeded) {
    if (seeded == null) {
      return conductances;
    }
    DeviceVariation variation = plan.model().nonIdealities().variation();
    return conductances.withFactors(
        DeviceFactors.drawn(
            variation, seeded.ofDevices(), conductances.rows(), conductances.cols()));
  }

  private void update(
      UpdatePlan plan,
      Pulses counts,
      Crossbar devices,
      @Nullable Seeded seeded,
      UpdateKernel kernel) {
    if (seeded == null) {
      kernel.apply(plan, counts, devices);
      return;
    }
    try {
      kernel.apply(plan, counts, devices, seeded.ofUpdate());
    } catch (IllegalArgumentException e) { // A device whose own factors make no sense.
      throw Failure.badInput(
          "--device %s with --seed %d: %s".formatted(device, seeded.seed(), e.getMessage()));
    }
  }

  private MatrixFile conductances(Progress progress) {
    progress.step("read " + in);
    MatrixFile conductances = MatrixFile.read(new InputFile("--in", in));
    if (!conductances.header().type().isFloatingPoint()) {
      conductances.close();
      throw Failure.badInput(
          "--in %s: it holds %s; expected conductances as float32 or float64"
              .formatted(in, conductances.header().type()));
    }
    return conductances;
  }

  private PulsesInput counts(Progress progress, Crossbar conductances) {
    progress.step("read " + pulses);
    return PulsesInput.read(pulses, conductances);
  }

  /** Refuses NaN and infinity, counts what the update will bring into the window. */
  private static long outsideWindow(MatrixFile conductances, DeviceCurve curve) {
    Census census = conductances.values().census(curve);
    conductances.requireFinite(census.notFinite());
    return census.outsideWindow();
  }

  private static void write(MatrixFile conductances, OutputFile target) {
    MemorySegment values = conductances.values().conductances();
    List<Long> shape = conductances.header().shape();
    target.write(stream -> NpyWriter.write(stream, shape, values));
  }

  private ApplyReport report(
      UpdatePlan plan,
      @Nullable Seeded seeded,
      UpdateKernel kernel,
      MatrixFile conductances,
      PulsesInput counts,
      long outsideWindow,
      double seconds) {
    DeviceModel model = plan.model();
    return new ApplyReport(
        in.toString(),
        conductances.header().toString(),
        counts.description(),
        out.toString(),
        model.name(),
        field,
        FieldState.at(field).linearisation(model.linearisation(), model.retention()),
        plan.curve().minConductance(),
        plan.curve().maxConductance(),
        model.unit(),
        chance(seeded),
        kernel.description(),
        execution.threads(),
        conductances.values().devices(),
        outsideWindow,
        seconds);
  }

  private static ApplyReport.@Nullable Chance chance(@Nullable Seeded seeded) {
    return seeded == null
        ? null
        : new ApplyReport.Chance(seeded.seed(), seeded.update(), seeded.nextUpdate());
  }
}
