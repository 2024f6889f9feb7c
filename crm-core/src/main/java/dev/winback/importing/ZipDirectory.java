package dev.winback.importing;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Opens a packed file whose list of parts is small: the library takes the whole list into memory
 * before anybody can ask how long it is.
 */
final class ZipDirectory {

  static final int PARTS = 5_000;

  private static final int END = 0x06054b50;
  private static final int END_BYTES = 22;
  private static final int LONGEST_COMMENT = 65_535;
  private static final long MOST_BYTES = 5_000_000;

  /** The size stands elsewhere, in a record for files of more than 4 GB. */
  private static final long LARGE = 0xffffffffL;

  private ZipDirectory() {}

  static ZipFile open(Upload upload) throws IOException {
    guard(upload);
    try {
      return new ZipFile(upload.path().toFile());
    } catch (ZipException e) {
      throw new FileRefused("broken-zip");
    }
  }

  private static void guard(Upload upload) throws IOException {
    long size = upload.size();
    int length = (int) Math.min(size, END_BYTES + LONGEST_COMMENT);
    var tail = new byte[length];
    try (var file = new RandomAccessFile(upload.path().toFile(), "r")) {
      file.seek(size - length);
      file.readFully(tail);
    } catch (EOFException shorter) {
      throw new FileRefused("broken-zip");
    }
    guard(ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN), size - length);
  }

  /** Which end counts where a comment holds a second one is the library's secret: each is asked. */
  private static void guard(ByteBuffer tail, long before) {
    for (int at = tail.limit() - END_BYTES; at >= 0; at--) {
      if (tail.getInt(at) == END) {
        guard(Short.toUnsignedInt(tail.getShort(at + 10)), tail.getInt(at + 12), before + at);
      }
    }
  }

  private static void guard(int parts, int length, long at) {
    long bytes = Integer.toUnsignedLong(length);
    boolean possible = bytes <= at || bytes == LARGE;
    if (possible && parts > PARTS) {
      throw new FileRefused("too-many-parts", parts, PARTS);
    }
    if (possible && bytes > MOST_BYTES) {
      throw new FileRefused("long-list-of-parts");
    }
  }
}
