package dev.winback.importing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The texts of a workbook, each stored once and named by number; packed as UTF-8 in one array. */
final class SharedTexts {

  /** Bytes of text in memory at once. */
  private static final int MOST = 100_000_000;

  /** An empty text takes no byte and a place all the same. */
  private static final int MOST_TEXTS = 10_000_000;

  private final ByteArrayOutputStream packed = new ByteArrayOutputStream();
  private final StringBuilder text = new StringBuilder();
  private byte[] bytes = new byte[0];
  private int[] ends = new int[1024];
  private int count;
  private boolean open;
  private boolean reading;

  /** Also of rich texts, whose runs are joined; how a word is said (rPh) is left out. */
  void take(Xml xml) {
    if (xml.starts("rPh") || xml.ends("rPh")) {
      reading = xml.ends("rPh");
    } else if (xml.starts("si") || xml.ends("si")) {
      reading = xml.starts("si");
      add(xml);
    } else if (xml.starts("t") || xml.ends("t")) {
      open = xml.starts("t");
    } else if (open && reading) {
      text.append(xml.text());
      refuseMore(packed.size() + (long) text.length());
    }
  }

  private void add(Xml xml) {
    if (xml.ends("si")) {
      packed.writeBytes(XlsxText.plain(text.toString()).getBytes(StandardCharsets.UTF_8));
      refuseMore(packed.size());
      Workbook.refuseMore(count, MOST_TEXTS);
      ends = count == ends.length ? Arrays.copyOf(ends, count * 2) : ends;
      ends[count++] = packed.size();
    }
    text.setLength(0);
  }

  private static void refuseMore(long bytes) {
    if (bytes > MOST) {
      throw new FileRefused("too-many-texts", MOST / 1_000_000);
    }
  }

  void end() {
    bytes = packed.toByteArray();
    packed.reset();
  }

  /** A number that names nothing is told like a failed formula. */
  String at(String index) {
    int i = index.matches("\\d{1,9}") ? Integer.parseInt(index) : -1;
    if (i < 0 || i >= count) {
      return "#REF!";
    }
    int from = i == 0 ? 0 : ends[i - 1];
    return new String(bytes, from, ends[i] - from, StandardCharsets.UTF_8);
  }
}
