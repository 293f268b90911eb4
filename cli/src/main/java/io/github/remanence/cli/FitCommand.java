package io.github.remanence.cli;

import io.github.remanence.cli.console.ExitCode;
import io.github.remanence.cli.console.Failure;
import io.github.remanence.cli.console.Output;
import io.github.remanence.cli.file.CurvesFile;
import io.github.remanence.cli.file.OutputFile;
import io.github.remanence.cli.fit.FitReport;
import io.github.remanence.fit.DeviceFit;
import io.github.remanence.fit.curves.Measurements;
import io.github.remanence.kernel.json.DeviceJson;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A device from measured curves. */
@Command(
    name = "fit",
    description = {
      "Make a device from measured potentiation and depression curves.",
      "",
      "The curves are a table from a spreadsheet, saved as CSV: a row for each value, with the"
          + " columns field, polarity, pulse and value, and device and cycle where there are"
          + " several. Pulses count from the start of each train. Each response family is fitted by"
          + " least squares, and the one is taken that best predicts what it was not fitted to."
          + " Repeats show how devices differ and how noisy they are; fields are joined by a law"
          + " that never falls. The device is ready for 'apply' and 'run'.",
      "",
      "Every row that is wrong is named by its line, and then nothing is written."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  remanence fit curves.csv --out device.json --page fit.html",
      "  remanence fit curves.csv --out device.json --tabulated",
      "",
      "Curves, units in brackets; polarities are potentiation and depression, LTP and LTD, p and d,"
          + " + and -, or 1 and -1:",
      "  field [T],polarity,pulse,value [S],device,cycle",
      "  0,depression,0,2.31e-6,A,1",
      "  0,depression,1,2.17e-6,A,1"
    })
final class FitCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "CURVES", description = "The measured curves, CSV.")
  private Path curves;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "The device model to write, JSON.")
  private Path out;

  @Option(
      names = "--page",
      paramLabel = "FILE",
      description =
          "A page with data, fits, residuals and the field law; an older one is replaced.")
  private @Nullable Path page;

  @Option(
      names = "--tabulated",
      description =
          "No fit: the device is the mean curve itself, made monotone, without variation and"
              + " noise.")
  private boolean tabulated;

  @Option(names = "--force", description = "Write over an existing device; never over the curves.")
  private boolean force;

  @Mixin private Output output;

  @Override
  public Integer call() {
    OutputFile device = new OutputFile("--out", out);
    device.require(force, List.of(curves));
    Optional<OutputFile> html = Optional.ofNullable(page).map(p -> new OutputFile("--page", p));
    html.ifPresent(file -> file.require(true, List.of(curves)));
    requireTwoFiles();
    Measurements measured = CurvesFile.read(curves);
    DeviceFit fit = fit(measured);
    FitReport report =
        FitReport.of(fit, measured, curves.toString(), output.commandLine(), Version.text());
    write(device, DeviceJson.write(fit.model()) + "\n");
    html.ifPresent(file -> write(file, report.page()));
    output.result(report, () -> FitText.of(fit, measured, out, html.map(OutputFile::path)));
    return ExitCode.OK;
  }

  private void requireTwoFiles() {
    Path device = out.toAbsolutePath().normalize();
    if (page != null && page.toAbsolutePath().normalize().equals(device)) {
      throw Failure.usage("--page and --out are the same file, %s; name two".formatted(out));
    }
  }

  private DeviceFit fit(Measurements measured) {
    String file = String.valueOf(curves.getFileName());
    String name = file.replaceFirst("\\.[^.]*$", "");
    try {
      return tabulated
          ? DeviceFit.tabulated(measured, name, "tabulated from " + file)
          : DeviceFit.of(measured, name, "fitted to " + file);
    } catch (IllegalArgumentException e) {
      throw Failure.badInput("curves %s: %s".formatted(curves, e.getMessage()));
    }
  }

  private static void write(OutputFile file, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    file.write(stream -> stream.write(bytes));
  }
}
