package io.github.remanence.cli.npy;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Parses the text of a header, a Python dictionary with three entries in any order:
 *
 * <pre>{'descr': '&lt;f4', 'fortran_order': False, 'shape': (3, 4), }</pre>
 *
 * <p>Only this is understood and no Python beyond it; nothing nests, so nothing can nest too deep.
 */
final class HeaderText {

  private final HeaderTokens tokens;

  private @Nullable String descr;
  private @Nullable Boolean fortranOrder;
  private @Nullable List<Long> shape;

  private HeaderText(String text) {
    tokens = new HeaderTokens(text);
  }

  /** What a header says, in its own words. */
  record Entries(String descr, boolean fortranOrder, List<Long> shape) {}

  static Entries parse(String text) throws NpyException {
    return new HeaderText(text).dictionary();
  }

  private Entries dictionary() throws NpyException {
    tokens.expect("{");
    while (!tokens.take("}")) {
      entry();
      if (!tokens.take(",")) {
        tokens.expect("}");
        break;
      }
    }
    tokens.expectEnd();
    if (descr == null || fortranOrder == null || shape == null) {
      throw new NpyException("its header lacks one of descr, fortran_order and shape");
    }
    return new Entries(descr, fortranOrder, shape);
  }

  private void entry() throws NpyException {
    String key = tokens.string();
    tokens.expect(":");
    switch (key) {
      case "descr" -> descr = once(key, descr, type());
      case "fortran_order" -> fortranOrder = once(key, fortranOrder, bool());
      case "shape" -> shape = once(key, shape, tuple());
      default -> throw new NpyException("its header has an unknown entry " + Quoted.of(key));
    }
  }

  private static <T> T once(String key, @Nullable T before, T now) throws NpyException {
    if (before != null) {
      throw new NpyException("its header has the entry '" + key + "' twice");
    }
    return now;
  }

  private String type() throws NpyException {
    if (tokens.take("[")) {
      throw new NpyException("it is a structured array; expected a plain one: save a single field");
    }
    return tokens.string();
  }

  private boolean bool() throws NpyException {
    if (tokens.take("True")) {
      return true;
    }
    tokens.expect("False");
    return false;
  }

  private List<Long> tuple() throws NpyException {
    List<Long> numbers = new ArrayList<>();
    tokens.expect("(");
    while (!tokens.take(")")) {
      numbers.add(dimension());
      if (!tokens.take(",")) {
        tokens.expect(")");
        break;
      }
    }
    return numbers;
  }

  private long dimension() throws NpyException {
    String digits = tokens.number();
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException e) {
      throw new NpyException("its header has a dimension beyond any array: " + Quoted.of(digits));
    }
  }
}
