package io.github.remanence.cli;

import io.github.remanence.cli.console.Execution;
import io.github.remanence.cli.console.ExitCode;
import io.github.remanence.cli.console.Failure;
import io.github.remanence.cli.console.Output;
import io.github.remanence.cli.console.Progress;
import io.github.remanence.cli.file.DeviceFile;
import io.github.remanence.cli.file.OutputFile;
import io.github.remanence.cli.report.FieldResponse;
import io.github.remanence.cli.report.MainJob;
import io.github.remanence.cli.report.Report;
import io.github.remanence.cli.report.ReportPage;
import io.github.remanence.cli.report.UpdateResult;
import io.github.remanence.kernel.Backend;
import io.github.remanence.kernel.UpdateKernel;
import io.github.remanence.kernel.Workers;
import io.github.remanence.kernel.device.DeviceModel;
import io.github.remanence.kernel.device.NonIdealities;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The main job: what the field does to a device, how fast, how exact; as a table and as a page. */
@Command(
    name = "run",
    description = {
      "Apply pulse trains to crossbars in several fields, compare with the reference, measure the"
          + " speed, and write a page with plots.",
      "",
      "Two forms of trains: one count for every device (uniform), and a count of its own for each"
          + " (int8). Some 60,000 devices of each crossbar are compared with the reference in"
          + " double precision. A speed stands beside the ceiling: the plainest pass over as much"
          + " memory, timed in turns with it. The default takes about a minute."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  remanence run",
      "  remanence run --sizes 512,2048 --fields 0,1 --out two-fields.html",
      "  remanence run --device my-device.json --fields 0,0.2,0.45"
    })
final class RunCommand implements Callable<Integer> {

  @Option(
      names = "--sizes",
      split = ",",
      paramLabel = "N",
      defaultValue = "256,512,1024,2048,4096",
      description = "Rows, and as many columns, of each crossbar; default ${DEFAULT-VALUE}.")
  private List<Integer> sizes;

  @Option(
      names = "--fields",
      split = ",",
      paramLabel = "H",
      defaultValue = "0,0.25,0.5,0.75,1",
      description =
          "Magnetic fields in the unit of the device's field law; default ${DEFAULT-VALUE}.")
  private List<Double> fields;

  @Option(
      names = "--device",
      paramLabel = "PRESET|FILE",
      defaultValue = "bernard2025",
      description =
          "The device: a preset, or a device model in JSON, without its variation and noise;"
              + " default ${DEFAULT-VALUE}.")
  private String device;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      defaultValue = "report.html",
      description = "The page; an older one is replaced. Default ${DEFAULT-VALUE}.")
  private Path out;

  @Mixin private Execution execution;

  @Mixin private Output output;

  @Override
  public Integer call() {
    OutputFile page = new OutputFile("--out", out);
    page.require(true, DeviceFile.file(device).stream().toList());
    requireSizes();
    requireFields();
    requireCeilings();
    Report report = report();
    byte[] html = ReportPage.of(report).getBytes(StandardCharsets.UTF_8);
    page.write(stream -> stream.write(html));
    output.result(report, () -> RunText.of(report, out));
    return exitCode(report);
  }

  static int exitCode(Report report) {
    return report.boundKept() ? ExitCode.OK : ExitCode.BOUND_BROKEN;
  }

  private Report report() {
    try (Workers workers = execution.workers()) {
      UpdateKernel kernel = execution.kernel(workers);
      MainJob job = new MainJob(kernel, execution.threads(), device());
      List<FieldResponse> responses = responses(job);
      return Report.of(job, output.commandLine(), Version.text(), responses, updates(job));
    }
  }

  /** Without chance, so that the reference can say exactly what it must do. */
  private DeviceModel device() {
    return DeviceFile.read(device).with(NonIdealities.NONE);
  }

  private List<FieldResponse> responses(MainJob job) {
    try {
      return inOrder(fields).stream().map(job::response).toList();
    } catch (IllegalArgumentException e) {
      throw Failure.badInput(
          "--device %s in --fields %s: %s".formatted(device, fields, e.getMessage()));
    }
  }

  private List<UpdateResult> updates(MainJob job) {
    List<UpdateResult> results = new ArrayList<>();
    try (Progress progress = output.progress("run", (long) sizes.size() * fields.size() + 1)) {
      progress.step("warm-up");
      job.warmUp();
      for (int size : sizes.stream().distinct().sorted().toList()) {
        for (double field : inOrder(fields)) {
          progress.step("%d x %d, h = %s".formatted(size, size, field));
          results.addAll(job.updates(size, field));
        }
      }
    }
    return results;
  }

  /** Weakest first, none twice. */
  private static List<Double> inOrder(List<Double> fields) {
    return fields.stream().distinct().sorted(Comparator.comparingDouble(Math::abs)).toList();
  }

  private void requireSizes() {
    if (sizes.isEmpty()) {
      throw Failure.usage("--sizes must have at least one number, was given none");
    }
    long limit = Runtime.getRuntime().maxMemory();
    for (int size : sizes) {
      if (size < 1 || size > MainJob.MOST_ROWS) {
        throw Failure.usage(
            "--sizes must be from 1 to %d, was given %d".formatted(MainJob.MOST_ROWS, size));
      }
      if (MainJob.bytes(size) > limit) {
        throw Failure.usage(
            "--sizes %d needs %d MiB and a run may take %d MiB here; choose a smaller one, or start Java with a larger -Xmx"
                .formatted(size, MainJob.bytes(size) >> 20, limit >> 20));
      }
    }
  }

  private void requireFields() {
    if (fields.isEmpty()) {
      throw Failure.usage("--fields must have at least one number, was given none");
    }
    for (double field : fields) {
      if (!Double.isFinite(field)) {
        throw Failure.usage("--fields must be finite numbers, was given " + field);
      }
    }
  }

  /** The ceiling of the host is measured with vectors; that of a GPU would not need them. */
  private static void requireCeilings() {
    Backend.VECTOR
        .missing()
        .ifPresent(
            reason -> {
              throw Failure.noBackend("run measures speed beside a ceiling, and cannot: " + reason);
            });
  }
}
