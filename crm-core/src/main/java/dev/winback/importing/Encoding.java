package dev.winback.importing;

import dev.winback.shared.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the encoding of a file by reading all of it once: a byte order mark, else UTF-8 where every
 * byte fits, else what more of its odd bytes speak for. Where nothing speaks for Windows-1252 but
 * what may be half a UTF-8 letter, such a row comes back instead of being guessed.
 */
final class Encoding {

  /**
   * What a person or a script may say: of one byte the languages of Europe, of several those of
   * Asia.
   */
  static final List<String> KNOWN =
      List.of(
          "UTF-8",
          "windows-1252",
          "windows-1250",
          "windows-1251",
          "windows-1253",
          "windows-1254",
          "windows-1255",
          "windows-1256",
          "windows-1257",
          "ISO-8859-2",
          "KOI8-R",
          "Shift_JIS",
          "EUC-KR",
          "Big5",
          "GB18030");

  /** A second byte may be that of a sign between cells. */
  private static final Set<String> MIXED = Set.of("UTF-16", "Shift_JIS", "Big5", "GB18030");

  private static final Charset WINDOWS = Charset.forName("windows-1252");

  /** {@code Ã¼} is what nobody writes: one is as good as ten letters of a single byte. */
  private static final int SURE = 10;

  private long proofs;
  private long broken;
  private long letters;
  private int lead;
  private long bytes;
  private long zeros;
  private int missing;
  private int first = -1;
  private int second = -1;

  private Encoding() {}

  /** As it is known; null where nobody said one. */
  static @Nullable String named(@Nullable String said) {
    if (said == null || said.isBlank()) {
      return null;
    }
    return KNOWN.stream()
        .filter(known -> known.equalsIgnoreCase(said.strip()))
        .findFirst()
        .orElseThrow(
            () ->
                Refused.field(
                    "encoding",
                    "refused.import-encoding",
                    Values.shown(said),
                    String.join(", ", KNOWN)));
  }

  /** Whether a byte below 128 is always the sign that it is in ASCII. */
  static boolean keepsAscii(Charset charset) {
    return !MIXED.contains(charset.name());
  }

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
      proofs += missing == 0 ? weight() : 0;
      return;
    }
    if (missing > 0) {
      broken(!half() || Character.isLetter(b));
    }
    missing = following(b);
    lead = b;
    if (b >= 0x80 && missing == 0) {
      broken(b != 0x81 && b != 0x8d && b != 0x8f && b != 0x90 && b != 0x9d);
    }
  }

  /** C0, C1 and F5 on are in no UTF-8. */
  private static int following(int b) {
    if (b < 0xc2 || b > 0xf4) {
      return 0;
    }
    return b >= 0xf0 ? 3 : b >= 0xe0 ? 2 : 1;
  }

  /** Of no language's alphabet are {@code É®} and {@code Ê”}; {@code Ü™} is one of many. */
  private int weight() {
    if (lead >= 0xc9 && lead <= 0xcb) {
      return 0;
    }
    return lead <= 0xc3 || lead >= 0xe0 ? SURE : 1;
  }

  private void broken(boolean letter) {
    broken++;
    letters += letter ? 1 : 0;
  }

  /** The first byte of most letters and signs of the West, as of few in Windows-1252. */
  private boolean half() {
    return lead == 0xc2 || lead == 0xc3;
  }

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
    if (missing > 0) {
      broken(!half());
    }
    return letters == 0 || broken < proofs ? StandardCharsets.UTF_8 : WINDOWS;
  }
}
