package io.github.remanence.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The kinds of memory that a crossbar can lie in. */
enum Memory {
  HEAP {
    @Override
    Crossbar crossbar(Path folder, long rows, long cols) {
      return Crossbar.onHeap(rows, cols);
    }
  },
  OFF_HEAP {
    @Override
    Crossbar crossbar(Path folder, long rows, long cols) {
      return Crossbar.offHeap(rows, cols);
    }
  },
  FILE {
    @Override
    Crossbar crossbar(Path folder, long rows, long cols) throws IOException {
      Path file = Files.createTempDirectory(folder, "crossbar").resolve("g.bin");
      return Crossbar.createMapped(file, rows, cols);
    }
  };

  /** A new crossbar; a file lies in the folder. */
  abstract Crossbar crossbar(Path folder, long rows, long cols) throws IOException;
}
