package dev.winback.importing;

import java.io.BufferedReader;
import java.io.IOException;

/** The separator that the first 50 lines use most evenly, outside quotes. */
final class Separator {

  private static final char[] CANDIDATES = {',', ';', '\t', '|'};
  private static final int LINES = 50;
  private static final int CHARACTERS = 200_000;

  private Separator() {}

  /** The header decides: the sign it has most of; a file of one column has none. */
  static char of(BufferedReader reader) throws IOException {
    var counts = new long[CANDIDATES.length];
    var header = new long[CANDIDATES.length];
    boolean quoted = false;
    int lines = 0;
    for (int i = 0; i < CHARACTERS && lines < LINES; i++) {
      int c = reader.read();
      if (c < 0) {
        break;
      }
      quoted ^= c == '"';
      boolean endOfLine = c == '\n' && !quoted;
      lines += endOfLine ? 1 : 0;
      count(c, quoted, lines == 0 ? header : counts);
    }
    return most(header, counts);
  }

  private static void count(int c, boolean quoted, long[] counts) {
    for (int k = 0; k < CANDIDATES.length && !quoted; k++) {
      counts[k] += c == CANDIDATES[k] ? 1 : 0;
    }
  }

  private static char most(long[] header, long[] counts) {
    int best = 0;
    for (int k = 1; k < CANDIDATES.length; k++) {
      if (header[k] > header[best] || header[k] == header[best] && counts[k] > counts[best]) {
        best = k;
      }
    }
    return CANDIDATES[best];
  }
}
