package dev.winback.importing;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.regex.Pattern;

/**
 * What stands between the cells of a CSV file: told by a first line {@code sep=;}, or the sign that
 * the header has most of.
 */
record Separator(char sign, boolean told) {

  private static final char[] CANDIDATES = {',', ';', '\t', '|'};
  private static final int LINES = 50;
  private static final int CHARACTERS = 200_000;
  private static final Pattern TOLD = Pattern.compile("\"?sep=([,;\t|])\"?[,;\t|]*");

  static Separator of(BufferedReader reader) throws IOException {
    reader.mark(CHARACTERS);
    var first = new StringBuilder();
    for (int c = reader.read(); c >= 0 && !endsLine(c) && first.length() < 20; c = reader.read()) {
      first.append((char) c);
    }
    var told = TOLD.matcher(first);
    if (told.matches()) {
      return new Separator(told.group(1).charAt(0), true);
    }
    reader.reset();
    return new Separator(counted(reader), false);
  }

  private static boolean endsLine(int c) {
    return c == '\n' || c == '\r';
  }

  /** The header decides: the sign it has most of; a file of one column has none. */
  private static char counted(BufferedReader reader) throws IOException {
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
      lines += endsLine(c) && !quoted ? 1 : 0;
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

  String word() {
    return switch (sign) {
      case ',' -> "comma";
      case ';' -> "semicolon";
      case '\t' -> "tab";
      default -> "bar";
    };
  }
}
