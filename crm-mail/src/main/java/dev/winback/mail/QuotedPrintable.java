package dev.winback.mail;

import dev.winback.letter.LetterFrame.Pieces;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

  private static final int CACHED = 256;

  /** The pieces of frames: ten thousand letters have them in common. */
  private static final Map<Pieces, List<byte[]>> FRAMES =
      Collections.synchronizedMap(
          new LinkedHashMap<>(CACHED, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Pieces, List<byte[]>> eldest) {
              return size() > CACHED;
            }
          });

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

  /**
   * Each piece and each word begins a line of its own, softly broken before and behind it; none is
   * cut between CR and LF.
   */
  static byte[] of(Pieces frame, List<String> words) {
    var pieces = FRAMES.computeIfAbsent(frame, QuotedPrintable::pieces);
    var out = new ByteArrayOutputStream(16_384);
    out.writeBytes(pieces.get(0));
    for (int i = 0; i < frame.places().size(); i++) {
      out.writeBytes(open(words.get(frame.places().get(i) - 1)));
      out.writeBytes(pieces.get(i + 1));
    }
    return out.toByteArray();
  }

  private static List<byte[]> pieces(Pieces frame) {
    return frame.pieces().stream().map(QuotedPrintable::open).toList();
  }

  /** Encoded, and what stands in its last line goes on. */
  private static byte[] open(String text) {
    var open = new QuotedPrintable(text.getBytes(StandardCharsets.UTF_8));
    open.encode();
    if (open.used > 0) {
      open.end(SOFT_END);
    }
    return open.out.toByteArray();
  }

  private byte[] encoded() {
    encode();
    out.write(line, 0, used);
    return out.toByteArray();
  }

  private void encode() {
    for (int at = 0; at < text.length; at++) {
      byte next = text[at];
      if (next == '\n' || next == '\r' && !endsAt(at + 1, '\n')) {
        end(LINE_END);
      } else if (next != '\r') {
        add(next, plain(next, at + 1));
      }
    }
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
