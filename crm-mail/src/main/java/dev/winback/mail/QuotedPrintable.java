package dev.winback.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A text in UTF-8 as quoted-printable (RFC 2045, 6.7): lines of at most 76 bytes that end in CRLF.
 * Written by hand, because the library's stream of single bytes took a quarter of all that a letter
 * costs this program.
 */
final class QuotedPrintable {

  /** One less than allowed: a softly broken line ends in an equals sign. */
  private static final int WIDTH = 75;

  private static final byte[] DIGITS = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] LINE_END = {'\r', '\n'};
  private static final byte[] SOFT_END = {'=', '\r', '\n'};

  private final byte[] text;
  private final ByteArrayOutputStream out;
  private final byte[] line = new byte[WIDTH];
  private int used;

  private QuotedPrintable(byte[] text) {
    this.text = text;
    this.out = new ByteArrayOutputStream(text.length + text.length / 8);
  }

  static byte[] of(String text) {
    return new QuotedPrintable(text.getBytes(StandardCharsets.UTF_8)).encoded();
  }

  private byte[] encoded() {
    for (int at = 0; at < text.length; at++) {
      byte next = text[at];
      if (next == '\n' || next == '\r' && !endsAt(at + 1, '\n')) {
        end(LINE_END);
      } else if (next != '\r') {
        add(next, plain(next, at + 1));
      }
    }
    out.write(line, 0, used);
    return out.toByteArray();
  }

  private boolean endsAt(int at, char end) {
    return at < text.length && text[at] == end;
  }

  /** A blank must not be the last of its line: servers cut it. */
  private boolean plain(byte next, int after) {
    return next == ' ' || next == '\t'
        ? after < text.length && text[after] != '\n' && text[after] != '\r'
        : next > ' ' && next <= '~' && next != '=';
  }

  private void add(byte next, boolean plain) {
    if (used + (plain ? 1 : 3) > WIDTH) {
      end(SOFT_END);
    }
    if (plain) {
      line[used++] = next;
    } else {
      line[used++] = '=';
      line[used++] = DIGITS[(next >> 4) & 15];
      line[used++] = DIGITS[next & 15];
    }
  }

  private void end(byte[] end) {
    out.write(line, 0, used);
    out.write(end, 0, end.length);
    used = 0;
  }
}
