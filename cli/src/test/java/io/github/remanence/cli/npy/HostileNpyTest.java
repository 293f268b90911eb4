package io.github.remanence.cli.npy;

import static io.github.remanence.cli.npy.NpyBytes.concat;
import static io.github.remanence.cli.npy.NpyBytes.header;
import static io.github.remanence.cli.npy.NpyBytes.intLength;
import static io.github.remanence.cli.npy.NpyBytes.shortLength;
import static io.github.remanence.cli.npy.NpyBytes.start;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files that are broken, lie, or mean harm: each is refused with a reason, before memory is asked
 * for.
 */
class HostileNpyTest {

  private static final String GOOD = header("<f4", 1, 2);

  @TempDir private Path folder;

  static Stream<Arguments> hostile() {
    String deep = "(".repeat(60_000);
    return Stream.of(
        Arguments.of("empty", new byte[0], "ends at byte 0"),
        Arguments.of("text", "Hello, this is no array".getBytes(US_ASCII), "no .npy file"),
        Arguments.of("version 0", concat(start(0, 1), shortLength(0)), "version 0.1"),
        Arguments.of("version 4", concat(start(4, 0), intLength(0)), "version 4.0"),
        Arguments.of("version 255", concat(start(255, 255), intLength(0)), "version 255.255"),
        Arguments.of("no length", start(1, 0), "ends at byte 8"),
        Arguments.of("header longer than file", concat(start(1, 0), shortLength(999)), "999 bytes"),
        Arguments.of("header of 4 GiB", concat(start(2, 0), intLength(-1)), "4294967295 bytes"),
        Arguments.of(
            "header of 2 GiB", concat(start(3, 0), intLength(1 << 31)), "2147483648 bytes"),
        Arguments.of("header of 1 MiB", longHeader(1 << 20), "1048576 bytes"),
        Arguments.of("no header", file(""), "expected '{', found 'the end'"),
        Arguments.of("no dictionary", file("[1, 2]"), "expected '{'"),
        Arguments.of("empty dictionary", file("{}"), "lacks one of"),
        Arguments.of("no shape", file("{'descr': '<f4', 'fortran_order': False}"), "lacks one of"),
        Arguments.of("twice", file("{'descr': '<f4', 'descr': '<f8'}"), "'descr' twice"),
        Arguments.of("unknown entry", file("{'evil': 1}"), "unknown entry 'evil'"),
        Arguments.of("more text", file(GOOD + "; import os", 8), "expected the end, found ';'"),
        Arguments.of(
            "not closed", file(GOOD.replace("}", "")), "expected a string, found 'the end'"),
        Arguments.of("open string", file("{'descr': '<f4"), "expected a string"),
        Arguments.of("escape", file("{'d\\x65scr': '<f4'}"), "expected a string"),
        Arguments.of("deep tuple", file("{'shape': " + deep), "expected a whole number, found '('"),
        Arguments.of("deep type", file("{'descr': " + "[".repeat(60_000)), "structured array"),
        Arguments.of("deep dictionary", file("{".repeat(60_000)), "expected a string, found '{'"),
        Arguments.of("call", file("{'descr': __import__('os')}"), "found '__import__'"),
        Arguments.of("no type", file(GOOD.replace("<f4", ""), 8), "type ''"),
        Arguments.of("no byte order", file(GOOD.replace("<f4", "|f4"), 8), "'|f4'"),
        Arguments.of("native order", file(GOOD.replace("<f4", "=f4"), 8), "'=f4'"),
        Arguments.of("byte order of a byte", file(GOOD.replace("<f4", "xi1"), 2), "'xi1'"),
        Arguments.of("terminal escape", file(GOOD.replace("<f4", "<\u001b[2J")), "'?[2J'"),
        Arguments.of("long type", file(GOOD.replace("<f4", "x".repeat(50_000))), "xxx...'"),
        Arguments.of("order is a number", file(GOOD.replace("False", "0"), 8), "expected 'False'"),
        Arguments.of("a number for a shape", file(GOOD.replace("(1, 2)", "2"), 8), "expected '('"),
        Arguments.of("fraction", file(GOOD.replace("2)", "2.5)"), 8), "found '.'"),
        Arguments.of(
            "text in shape", file(GOOD.replace("2)", "'2')"), 8), "whole number, found '2'"),
        Arguments.of("negative", file(header("<f4", -1, 2)), "negative dimension, in -1 x 2"),
        Arguments.of(
            "beyond long", file(GOOD.replace("2)", "9".repeat(30) + ")")), "beyond any array"),
        Arguments.of("overflow", file(header("<f4", 1L << 62, 1L << 62)), "beyond any memory"),
        Arguments.of("overflow to 0", file(header("<f4", 1L << 32, 1L << 32)), "beyond any memory"),
        Arguments.of("bytes overflow", file(header("<f8", 1L << 61, 1)), "beyond any memory"),
        Arguments.of("petabytes", file(header("<f4", 1L << 25, 1L << 25)), "it is cut off"),
        Arguments.of("many dimensions", file(dimensions(20_000)), "20000 dimensions; expected"),
        Arguments.of(
            "no data", file(GOOD), "promises 8 bytes of data (1 x 2 of float32), the file has 0"),
        Arguments.of("trailing data", file(GOOD, 9), "the file has 9: it must hold one array"));
  }

  private static byte[] file(String header) {
    return file(header, 0);
  }

  private static byte[] file(String header, int dataBytes) {
    return NpyBytes.file(header, new byte[dataBytes]);
  }

  private static byte[] longHeader(int length) {
    return concat(start(2, 0), intLength(length), " ".repeat(length).getBytes(US_ASCII));
  }

  private static String dimensions(int count) {
    return GOOD.replace("(1, 2)", "(" + "1,".repeat(count) + ")");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hostile")
  void aHostileFileIsRefusedWithAReason(String name, byte[] content, String reason)
      throws IOException {
    assertThatThrownBy(() -> open(content))
        .isInstanceOf(NpyException.class)
        .hasMessageContaining(reason)
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(250).matches("[ -~]*"));
  }

  @Test
  void everyPrefixOfAGoodFileIsRefused() throws IOException {
    byte[] good = file(GOOD, 8);
    open(good);
    for (int length = 0; length < good.length; length++) {
      byte[] prefix = Arrays.copyOf(good, length);
      assertThatThrownBy(() -> open(prefix))
          .as("%d bytes of %d", length, good.length)
          .isInstanceOf(NpyException.class);
    }
  }

  @Test
  void aWrongByteInTheHeaderNeverEndsInAnotherError() throws IOException {
    byte[] good = file(GOOD, 8);
    int refused = 0;
    for (int place = 0; place < good.length - 8; place++) {
      for (int value : new int[] {0, '\'', '(', ',', '-', '0', '9', '{', '}', 0x80, 0xff}) {
        byte[] changed = good.clone();
        changed[place] = (byte) value;
        refused += isRefused(changed) ? 1 : 0;
      }
    }
    assertThat(refused).isGreaterThan(500);
  }

  @Test
  void otherSpellingsOfAGoodHeaderAreUnderstood() throws IOException {
    open(file("{\"shape\":(1,2),\"fortran_order\":False,\"descr\":\"<f4\"}", 8));
    open(file("{'descr': '<f4', 'fortran_order': False, 'shape': (1L, 2L), }", 8));
    open(file("  {'descr': '>f4', 'fortran_order': True, 'shape': (1, 2,)}  \n", 8));
  }

  private boolean isRefused(byte[] content) throws IOException {
    try {
      open(content);
      return false;
    } catch (NpyException e) {
      return true;
    }
  }

  private void open(byte[] content) throws IOException {
    Path path = folder.resolve("hostile.npy");
    Files.write(path, content);
    NpyFile.open(path).close();
  }
}
