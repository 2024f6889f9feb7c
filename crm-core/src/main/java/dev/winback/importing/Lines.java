package dev.winback.importing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The lines of a file as bytes, one in memory at a time. A plain one, printable ASCII without a
 * quote, an apostrophe or a #, is cut into its cells where it stands: a text for each cell costs
 * more than reading what the cells say.
 */
final class Lines {

  private static final int BUFFER = 256 * 1024;

  /** Bytes after which a line is given in pieces: longer than any row may be. */
  private static final int LONGEST = 4 * CsvSource.LONGEST_ROW;

  private static final byte SEPARATOR = 1;
  private static final byte END = 2;
  private static final byte ODD = 3;

  private final InputStream in;
  private final byte[] signs = new byte[256];
  private byte[] buffer = new byte[BUFFER];
  private int begin;
  private int next;
  private int until;
  private int[] ends = new int[64];
  private int cells;
  private long number;
  private boolean plain;

  Lines(InputStream in, char separator) {
    this.in = in;
    for (int sign = 0; sign < signs.length; sign++) {
      signs[sign] = sign < ' ' || sign > '~' ? ODD : 0;
    }
    for (char odd : new char[] {'"', '\'', '#'}) {
      signs[odd] = ODD;
    }
    signs['\n'] = END;
    signs['\r'] = END;
    signs[separator] = SEPARATOR;
  }

  /** Moves to the next line; false behind the last one. */
  boolean next() throws IOException {
    begin = next;
    cells = 0;
    int odd = 0;
    for (int at = begin; at < until || (at = filled(at)) < until; at++) {
      byte sign = signs[buffer[at] & 0xff];
      if (sign == 0) {
        continue;
      }
      if (sign == ODD) {
        odd++;
      } else {
        cell(at);
        if (sign == END) {
          return ended(at, odd == 0);
        }
      }
    }
    return begin < until && broken(odd == 0);
  }

  /** The place of the same byte once more bytes are there, if there are any. */
  private int filled(int at) throws IOException {
    if (at - begin >= LONGEST) {
      return at;
    }
    if (begin > 0) {
      System.arraycopy(buffer, begin, buffer, 0, until - begin);
      for (int i = 0; i < cells; i++) {
        ends[i] -= begin;
      }
    } else if (until == buffer.length) {
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
    int moved = at - begin;
    until -= begin;
    next -= begin;
    begin = 0;
    until += Math.max(0, in.read(buffer, until, buffer.length - until));
    return moved;
  }

  private void cell(int end) {
    if (cells == ends.length) {
      ends = Arrays.copyOf(ends, cells * 2);
    }
    ends[cells++] = end;
  }

  private boolean ended(int at, boolean plain) throws IOException {
    int behind = at + 1;
    if (buffer[at] == '\r') {
      int same = behind < until ? behind : filled(behind);
      behind = same < until && buffer[same] == '\n' ? same + 1 : same;
    }
    next = behind;
    this.plain = plain;
    number++;
    return true;
  }

  /** The last line without an end, or a piece of an endless one. */
  private boolean broken(boolean plain) {
    cell(until);
    next = until;
    this.plain = plain && until - begin < LONGEST;
    number++;
    return true;
  }

  /** Counted from one. */
  long number() {
    return number;
  }

  boolean plain() {
    return plain;
  }

  /** The line with its end. */
  String text(Charset charset) {
    return new String(buffer, begin, next - begin, charset);
  }

  int cells() {
    return cells;
  }

  /** Bytes of the cells. */
  int length() {
    return next - begin;
  }

  int from(int cell) {
    return cell == 0 ? begin : ends[cell - 1] + 1;
  }

  int until(int cell) {
    return ends[cell];
  }

  int length(int cell) {
    return ends[cell] - from(cell);
  }

  byte[] bytes() {
    return buffer;
  }

  String text(int cell) {
    int from = from(cell);
    return new String(buffer, from, ends[cell] - from, StandardCharsets.ISO_8859_1);
  }

  boolean empty(int cell) {
    return from(cell) == ends[cell];
  }

  /** Filled, and without space around it. */
  boolean clean(int cell) {
    int from = from(cell);
    int end = ends[cell];
    return from < end && buffer[from] != ' ' && buffer[end - 1] != ' ';
  }
}
