package dev.winback.importing;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;

/**
 * Gives the reader of CSV the lines that are not plain: one of them, and what follows as far as it
 * asks for more, because a quote may span lines.
 */
final class OddLines extends Reader {

  private final Lines lines;
  private final Charset charset;
  private String text = "";
  private int passed;
  private boolean waiting;
  private long first;
  private long told;
  private long toldBefore;

  OddLines(Lines lines, Charset charset) {
    this.lines = lines;
    this.charset = charset;
  }

  /** The line at which the file stands is asked for next. */
  void give(long number) {
    waiting = true;
    first = number;
    toldBefore = told;
  }

  /** The number in the file of a line that the reader counted. */
  long number(long counted) {
    return first + counted - toldBefore - 1;
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    if (passed == text.length() && !nextLine()) {
      return -1;
    }
    int signs = Math.min(length, text.length() - passed);
    text.getChars(passed, passed + signs, buffer, offset);
    passed += signs;
    return signs;
  }

  private boolean nextLine() throws IOException {
    if (!waiting && !lines.next()) {
      return false;
    }
    waiting = false;
    text = lines.text(charset);
    passed = lines.number() == 1 && text.startsWith("\uFEFF") ? 1 : 0;
    told++;
    return passed < text.length() || nextLine();
  }

  @Override
  public void close() {
    // the lines belong to whoever opened them
  }
}
