package io.github.remanence.cli;

import io.github.remanence.kernel.Backend;
import io.github.remanence.kernel.UpdateKernel;
import io.github.remanence.kernel.Workers;
import java.util.Arrays;
import java.util.List;

/**
 * A backend as it is on this machine.
 *
 * @param name its name on the command line
 * @param available whether it can run here
 * @param description what runs, or why it cannot and what to do
 */
record BackendInfo(String name, boolean available, String description) {

  /** All backends, slowest first. */
  static List<BackendInfo> all() {
    return Arrays.stream(Backend.values()).map(BackendInfo::of).toList();
  }

  private static BackendInfo of(Backend backend) {
    return backend
        .missing()
        .map(reason -> new BackendInfo(backend.toString(), false, reason))
        .orElseGet(() -> new BackendInfo(backend.toString(), true, description(backend)));
  }

  private static String description(Backend backend) {
    return UpdateKernel.of(backend, Workers.callingThread()).description();
  }
}
