package dev.winback.importing;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What stands between the cells of a CSV file: told by a first line {@code sep=;}, or the sign that
 * most lines have as often as the header; of several the one that the header has most of.
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

  /** A file of one column has none. */
  private static char counted(BufferedReader reader) throws IOException {
    var lines = new ArrayList<long[]>();
    var line = new long[CANDIDATES.length + 1];
    boolean quoted = false;
    for (int i = 0; i < CHARACTERS && lines.size() < LINES; i++) {
      int c = reader.read();
      if (c < 0) {
        break;
      }
      quoted ^= c == '"';
      if (!endsLine(c) || quoted) {
        count(c, quoted, line);
      } else if (line[CANDIDATES.length] > 0) {
        lines.add(line);
        line = new long[CANDIDATES.length + 1];
      }
    }
    lines.add(line);
    return most(lines.get(0), lines.subList(1, lines.size()));
  }

  /** Of the candidates, and at last how long the line is. */
  private static void count(int c, boolean quoted, long[] line) {
    line[CANDIDATES.length]++;
    for (int k = 0; k < CANDIDATES.length && !quoted; k++) {
      line[k] += c == CANDIDATES[k] ? 1 : 0;
    }
  }

  private static char most(long[] header, List<long[]> rows) {
    var order =
        Comparator.<Integer, Boolean>comparing(k -> fits(k, header, rows))
            .thenComparing(k -> header[k])
            .thenComparing(k -> rows.stream().mapToLong(row -> row[k]).sum())
            .thenComparing(k -> -k);
    return CANDIDATES[IntStream.range(0, CANDIDATES.length).boxed().max(order).orElseThrow()];
  }

  /** Commas in the words of a header are in no row; what ends rows may stand once too often. */
  private static boolean fits(int k, long[] header, List<long[]> rows) {
    long fitting = rows.stream().filter(row -> row[k] >= header[k]).count();
    return header[k] > 0 && fitting * 2 > rows.size();
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
