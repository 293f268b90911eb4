package io.github.remanence.cli;

import io.github.remanence.cli.console.ExitCode;
import io.github.remanence.cli.console.Failure;
import io.github.remanence.kernel.random.Draws;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Option;

/** The random words of the kernel, raw, for batteries of statistical tests. */
@Command(
    name = "random",
    description = {
      "Write the random words that noise is made of to standard output, for a battery of"
          + " statistical tests.",
      "",
      "Words of 32 bits, raw, little-endian, one after the other without end: word i is that of"
          + " device i in update 0 of the seed. It is a function of these three (Philox4x32-10), so"
          + " the same command gives the same words for ever, on every machine. The command ends"
          + " when the reader closes the pipe."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  remanence random --seed 1 | dieharder -a -g 200",
      "  remanence random --seed 1 | RNG_test stdin32",
      "  remanence random --seed 1 --words 1000000 > words.bin"
    })
final class RandomCommand implements Callable<Integer> {

  private static final int WORDS_IN_BLOCK = 1 << 18;

  @Option(
      names = "--seed",
      required = true,
      paramLabel = "N",
      description = "Any whole number; every seed has words of its own.")
  private long seed;

  @Option(
      names = "--words",
      paramLabel = "N",
      defaultValue = "9223372036854775807",
      showDefaultValue = Help.Visibility.NEVER,
      description = "How many words; by default as many as the reader takes.")
  private long words;

  @Override
  public Integer call() throws IOException {
    if (words < 0) {
      throw Failure.usage("--words must not be negative, was " + words);
    }
    // Not System.out, which keeps quiet about a reader that is gone.
    try (OutputStream out = new FileOutputStream(FileDescriptor.out)) {
      write(Draws.of(seed, 0), out);
    } catch (IOException e) {
      if (!readerIsGone(e)) {
        throw new IOException("standard output: " + e.getMessage(), e);
      }
    }
    return ExitCode.OK;
  }

  private void write(Draws draws, OutputStream out) throws IOException {
    ByteBuffer block =
        ByteBuffer.allocate(WORDS_IN_BLOCK * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (long first = 0; first < words; first += WORDS_IN_BLOCK) {
      int size = (int) Math.min(words - first, WORDS_IN_BLOCK);
      fill(block.asIntBuffer(), draws, first, size);
      out.write(block.array(), 0, size * Integer.BYTES);
    }
  }

  private static void fill(IntBuffer block, Draws draws, long first, int size) {
    IntStream.range(0, size).parallel().forEach(i -> block.put(i, draws.word(first + i)));
  }

  /** Java has no exception of its own for this; Windows says "the pipe is being closed". */
  private static boolean readerIsGone(IOException e) {
    return String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
  }
}
