package io.github.remanence.bench.peer;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** A Python that makes updates with NumPy, in a process of its own, when it is told to. */
public final class NumPy implements AutoCloseable {

  private static final String SCRIPT = "closed_form.py";

  private final Process process;
  private final BufferedWriter orders;
  private final BufferedReader answers;
  private final String description;

  private NumPy(Process process) throws IOException {
    this.process = process;
    this.orders =
        new BufferedWriter(
            new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
    this.answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    this.description = answer();
  }

  /**
   * Starts it.
   *
   * @param python the command
   * @param loop int8 or float32, as the loops in C++
   * @throws IllegalStateException if there is no such command, or it has no NumPy
   */
  public static NumPy start(String python, String loop, long devices) {
    List<String> command = new ArrayList<>(List.of(python, "-c", script(), loop));
    command.add(String.valueOf(devices));
    PeerDevice device = PeerDevice.bernard2025(PeerLoops.FIELD);
    for (double number :
        new double[] {
          device.upperAsymptote(),
          device.potentiationLogRate(),
          device.lowerAsymptote(),
          device.depressionLogRate(),
          device.curve().minConductance(),
          device.curve().maxConductance(),
          PeerLoops.RATE,
          PeerLoops.DEAD_ZONE
        }) {
      command.add(String.valueOf(number));
    }
    try {
      return new NumPy(new ProcessBuilder(command).redirectErrorStream(true).start());
    } catch (IOException e) {
      throw new IllegalStateException(
          "no Python '%s': install python3 with NumPy, or name yours with -p python=NAME"
              .formatted(python),
          e);
    }
  }

  private static String script() {
    try (InputStream source = NumPy.class.getResourceAsStream(SCRIPT)) {
      return new String(
          Objects.requireNonNull(source, SCRIPT).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its version, and Python's. */
  public String description() {
    return description;
  }

  /** So many updates of all devices: the counts, or their opposite by turns. */
  public void update(int updates) {
    order(String.valueOf(updates));
  }

  /** Conductances, and after them the counts that come next. */
  public double[] values() {
    return Arrays.stream(order("values").split(" ")).mapToDouble(Double::parseDouble).toArray();
  }

  private String order(String text) {
    try {
      orders.write(text + "\n");
      orders.flush();
      return answer();
    } catch (IOException e) {
      throw new IllegalStateException("the Python with NumPy has ended", e);
    }
  }

  private String answer() throws IOException {
    String line = answers.readLine();
    if (line == null || line.startsWith("Traceback")) {
      String rest = String.join("; ", answers.lines().toList());
      process.destroy();
      throw new IllegalStateException("Python with NumPy is needed; this one says: " + rest);
    }
    return line;
  }

  /** Ends it. */
  @Override
  public void close() {
    process.destroy();
  }
}
