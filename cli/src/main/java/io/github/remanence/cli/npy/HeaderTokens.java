package io.github.remanence.cli.npy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a header as tokens, taken one by one. */
final class HeaderTokens {

  /** What a token is. */
  private enum Kind {
    STRING,
    NUMBER,
    WORD,
    END
  }

  /**
   * One token.
   *
   * @param text the content of a string, the digits of a number, a name, or a single character
   */
  private record Token(Kind kind, String text) {}

  /**
   * A string without escapes; a whole number, a long one of Python 2 ends in L; a name or a single
   * character.
   */
  private static final Pattern TOKEN =
      Pattern.compile("'(?<a>[^'\\\\]*+)'|\"(?<b>[^\"\\\\]*+)\"|(?<n>-?[0-9]++)L?|(?<w>\\w++|\\S)");

  private final String text;
  private final Matcher matcher;
  private Token token;

  HeaderTokens(String text) {
    this.text = text.strip();
    this.matcher = TOKEN.matcher(this.text);
    this.token = read();
  }

  private Token read() {
    if (!matcher.find()) {
      return new Token(Kind.END, "the end");
    }
    if (matcher.group("w") != null) {
      return new Token(Kind.WORD, matcher.group("w"));
    }
    if (matcher.group("n") != null) {
      return new Token(Kind.NUMBER, matcher.group("n"));
    }
    String single = matcher.group("a");
    return new Token(Kind.STRING, single == null ? matcher.group("b") : single);
  }

  /** Takes the word if it is the next token. */
  boolean take(String word) {
    boolean found = token.kind() == Kind.WORD && token.text().equals(word);
    if (found) {
      token = read();
    }
    return found;
  }

  void expect(String word) throws NpyException {
    if (!take(word)) {
      throw wrong("'" + word + "'");
    }
  }

  void expectEnd() throws NpyException {
    take(Kind.END, "the end");
  }

  String string() throws NpyException {
    return take(Kind.STRING, "a string");
  }

  String number() throws NpyException {
    return take(Kind.NUMBER, "a whole number");
  }

  private String take(Kind kind, String name) throws NpyException {
    if (token.kind() != kind) {
      throw wrong(name);
    }
    String taken = token.text();
    token = kind == Kind.END ? token : read();
    return taken;
  }

  private NpyException wrong(String expected) {
    return new NpyException(
        "its header is no dictionary of a .npy file: expected %s, found %s in %s"
            .formatted(expected, Quoted.of(token.text()), Quoted.of(text)));
  }
}
