package dev.winback.importing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Finds the encoding of a file by reading all of it once: a byte order mark, else UTF-8 where every
 * byte fits or at least one sequence proves it, else Windows-1252. A lone C2 or C3 is half a UTF-8
 * letter, not a letter of Windows-1252: such a row comes back instead of being guessed.
 */
final class Encoding {

  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private long sequences;
  private long broken;
  private boolean notWindows;
  private long bytes;
  private long zeros;
  private int missing;
  private int first = -1;
  private int second = -1;

  private Encoding() {}

  static Charset of(Upload upload) throws IOException {
    var encoding = new Encoding();
    var buffer = new byte[64 * 1024];
    try (InputStream in = upload.open()) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        encoding.read(buffer, n);
      }
    }
    return encoding.found();
  }

  private void read(byte[] buffer, int length) {
    for (int i = 0; i < length; i++) {
      int b = buffer[i] & 0xff;
      if (bytes++ < 2) {
        second = first >= 0 ? b : -1;
        first = first >= 0 ? first : b;
      }
      if (b >= 0x80 || missing > 0) {
        high(b);
      } else if (b == 0) {
        zeros++;
      }
    }
  }

  private void high(int b) {
    boolean follows = (b & 0xc0) == 0x80;
    if (missing > 0 && follows) {
      missing--;
      sequences += missing == 0 ? 1 : 0;
      return;
    }
    broken += missing > 0 ? 1 : 0;
    notWindows |= missing > 0 && halfLetter;
    missing = follows || b < 0x80 ? 0 : b >= 0xf0 && b < 0xf5 ? 3 : b >= 0xe0 ? 2 : 1;
    halfLetter = b == 0xc2 || b == 0xc3;
    if (b >= 0x80 && (follows || b >= 0xf5)) {
      missing = 0;
      broken++;
      notWindows |= b == 0x81 || b == 0x8d || b == 0x8f || b == 0x90 || b == 0x9d || b >= 0xfe;
    }
  }

  private boolean halfLetter;

  private Charset found() {
    if (bytes == 0) {
      throw new FileRefused("empty");
    }
    if (first == 0xff && second == 0xfe || first == 0xfe && second == 0xff) {
      return StandardCharsets.UTF_16;
    }
    if (zeros > 0 && zeros * 20 > bytes || first == 'P' && second == 'K') {
      throw new FileRefused("not-text");
    }
    broken += missing > 0 ? 1 : 0;
    return broken == 0 || sequences > 0 || notWindows ? StandardCharsets.UTF_8 : WINDOWS;
  }
}
