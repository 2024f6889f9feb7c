package dev.winback.letter;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * A WebP, chunk by chunk (RFC 9649): only those of its points and frames are kept, and nothing
 * follows its end. Nobody decodes it here.
 */
final class WebpChunks {

  private static final Set<String> KEPT = Set.of("VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF");

  /** Transparent and moving; colours, place and words have gone. */
  private static final int FLAGS = 0x12;

  private final ByteBuffer from;
  private final ByteArrayOutputStream to = new ByteArrayOutputStream();
  private int width;
  private int height;
  private boolean points;

  private WebpChunks(byte[] upload) {
    from = ByteBuffer.wrap(upload).order(ByteOrder.LITTLE_ENDIAN);
  }

  static CheckedFile of(byte[] upload) {
    try {
      return new WebpChunks(upload).checked();
    } catch (IndexOutOfBoundsException | ArithmeticException | IllegalArgumentException e) {
      throw CheckedFile.broken();
    }
  }

  private CheckedFile checked() {
    int end = Math.addExact(8, from.getInt(4));
    if (!name(8).equals("WEBP") || end < 12 || end > from.capacity()) {
      throw CheckedFile.broken();
    }
    for (int at = 12; at < end; ) {
      at += chunk(at, end);
    }
    CheckedFile.requirePoints(width, height);
    return new CheckedFile(FileKind.WEBP, width, height, whole()).small();
  }

  /** Its length with its head, rounded up to two. */
  private int chunk(int at, int end) {
    int length = from.getInt(at + 4);
    if (length < 0 || length > end - at - 8) {
      throw new IllegalArgumentException("longer than its file");
    }
    int whole = 8 + length + (length & 1);
    var name = name(at);
    if (KEPT.contains(name)) {
      measure(name, at + 8);
      var bytes = new byte[8 + length];
      from.get(at, bytes);
      if (name.equals("VP8X")) {
        bytes[8] &= FLAGS;
      }
      to.writeBytes(bytes);
      to.writeBytes(new byte[length & 1]);
    }
    return whole;
  }

  /** The first chunk says it. */
  private void measure(String name, int at) {
    points |= !name.equals("VP8X");
    if (width > 0) {
      return;
    }
    switch (name) {
      case "VP8X" -> size(1 + (from.getInt(at + 4) & 0xFFFFFF), 1 + (from.getInt(at + 6) >>> 8));
      case "VP8L" -> {
        int bits = from.getInt(at + 1);
        size(1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF));
      }
      case "VP8 " -> size(from.getShort(at + 6) & 0x3FFF, from.getShort(at + 8) & 0x3FFF);
      default -> throw new IllegalArgumentException("it begins in the middle");
    }
  }

  private void size(int wide, int high) {
    width = wide;
    height = high;
  }

  private byte[] whole() {
    if (!points) {
      throw CheckedFile.broken();
    }
    return ByteBuffer.allocate(12 + to.size())
        .order(ByteOrder.LITTLE_ENDIAN)
        .put("RIFF".getBytes(StandardCharsets.US_ASCII))
        .putInt(4 + to.size())
        .put("WEBP".getBytes(StandardCharsets.US_ASCII))
        .put(to.toByteArray())
        .array();
  }

  private String name(int at) {
    var name = new byte[4];
    from.get(at, name);
    return new String(name, StandardCharsets.US_ASCII);
  }
}
