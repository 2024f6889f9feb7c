package dev.winback.letter;

import java.awt.geom.AffineTransform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** How a camera was held (EXIF 2.32, tag 0x0112): without it half of all photos lie on a side. */
enum JpegTurn {
  NONE,
  MIRRORED,
  UPSIDE_DOWN,
  FLIPPED,
  TRANSPOSED,
  TO_THE_RIGHT,
  TRANSVERSE,
  TO_THE_LEFT;

  private static final int ORIENTATION = 0x0112;
  private static final int EXIF = 0xE1;
  private static final int SCAN = 0xDA;

  boolean sideways() {
    return ordinal() >= TRANSPOSED.ordinal();
  }

  /** Of a picture that is so wide and so high as it lies in the file. */
  AffineTransform of(int width, int height) {
    return switch (this) {
      case NONE -> new AffineTransform();
      case MIRRORED -> new AffineTransform(-1, 0, 0, 1, width, 0);
      case UPSIDE_DOWN -> new AffineTransform(-1, 0, 0, -1, width, height);
      case FLIPPED -> new AffineTransform(1, 0, 0, -1, 0, height);
      case TRANSPOSED -> new AffineTransform(0, 1, 1, 0, 0, 0);
      case TO_THE_RIGHT -> new AffineTransform(0, 1, -1, 0, height, 0);
      case TRANSVERSE -> new AffineTransform(0, -1, -1, 0, height, width);
      case TO_THE_LEFT -> new AffineTransform(0, -1, 1, 0, 0, width);
    };
  }

  /** What cannot be read was held upright. */
  static JpegTurn of(byte[] jpeg) {
    try {
      int code = code(ByteBuffer.wrap(jpeg));
      return code >= 1 && code <= values().length ? values()[code - 1] : NONE;
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      return NONE;
    }
  }

  private static int code(ByteBuffer jpeg) {
    int at = 2;
    while ((jpeg.get(at) & 0xFF) == 0xFF) {
      int marker = jpeg.get(at + 1) & 0xFF;
      int length = jpeg.getShort(at + 2) & 0xFFFF;
      if (marker == SCAN) {
        return 1;
      }
      if (marker == EXIF && begins(jpeg, at + 4)) {
        return inExif(jpeg.slice(at + 10, length - 8));
      }
      at += 2 + length;
    }
    return 1;
  }

  private static boolean begins(ByteBuffer jpeg, int at) {
    var head = new byte[4];
    jpeg.get(at, head);
    return new String(head, StandardCharsets.US_ASCII).equals("Exif");
  }

  private static int inExif(ByteBuffer exif) {
    exif.order(exif.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int first = exif.getInt(4);
    int entries = exif.getShort(first) & 0xFFFF;
    for (int entry = 0; entry < entries; entry++) {
      int at = first + 2 + 12 * entry;
      if ((exif.getShort(at) & 0xFFFF) == ORIENTATION) {
        return exif.getShort(at + 8);
      }
    }
    return 1;
  }
}
