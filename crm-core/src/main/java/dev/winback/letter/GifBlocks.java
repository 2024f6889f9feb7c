package dev.winback.letter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;

/**
 * A drawing that may move, block by block (GIF89a): what is no frame, colour or time stays behind,
 * and nothing follows its end.
 */
final class GifBlocks {

  private static final int FRAME = 0x2C;
  private static final int EXTENSION = 0x21;
  private static final int END = 0x3B;
  private static final int TIMES = 0xF9;
  private static final int APPLICATION = 0xFF;

  /** How often it is shown. */
  private static final Set<String> LOOPS = Set.of("NETSCAPE2.0", "ANIMEXTS1.0");

  private final byte[] from;
  private final ByteArrayOutputStream to = new ByteArrayOutputStream();
  private int at;

  private GifBlocks(byte[] from) {
    this.from = from;
  }

  static CheckedFile of(byte[] upload) {
    try {
      var blocks = new GifBlocks(upload);
      var size = blocks.screen();
      blocks.copyAll();
      var kept = blocks.to.toByteArray();
      RedrawnPicture.read(FileKind.GIF.mediaType(), kept);
      return new CheckedFile(FileKind.GIF, size[0], size[1], kept).small();
    } catch (IndexOutOfBoundsException | IOException e) {
      throw CheckedFile.broken();
    }
  }

  private int[] screen() {
    var size = new int[] {word(at + 6), word(at + 8)};
    CheckedFile.requirePoints(size[0], size[1]);
    int flags = from[at + 10];
    take(13);
    takeColours(flags);
    return size;
  }

  private void copyAll() throws IOException {
    while ((from[at] & 0xFF) != END) {
      switch (from[at] & 0xFF) {
        case FRAME -> frame();
        case EXTENSION -> extension();
        default -> throw new IOException("no block");
      }
    }
    take(1);
  }

  private void frame() {
    int flags = from[at + 9];
    take(10);
    takeColours(flags);
    take(1);
    data(true);
  }

  private void extension() {
    int label = from[at + 1] & 0xFF;
    boolean kept = label == TIMES || label == APPLICATION && loops();
    copy(2, kept);
    data(kept);
  }

  private boolean loops() {
    return from[at + 2] == 11
        && LOOPS.contains(new String(from, at + 3, 11, StandardCharsets.US_ASCII));
  }

  private void takeColours(int flags) {
    if ((flags & 0x80) != 0) {
      take(3 * (2 << (flags & 7)));
    }
  }

  private void data(boolean kept) {
    int length;
    do {
      length = from[at] & 0xFF;
      copy(1 + length, kept);
    } while (length > 0);
  }

  private int word(int place) {
    return from[place] & 0xFF | (from[place + 1] & 0xFF) << 8;
  }

  private void take(int count) {
    copy(count, true);
  }

  private void copy(int count, boolean kept) {
    Objects.checkFromIndexSize(at, count, from.length);
    if (kept) {
      to.write(from, at, count);
    }
    at += count;
  }
}
