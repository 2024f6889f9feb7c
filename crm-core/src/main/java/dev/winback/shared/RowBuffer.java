package dev.winback.shared;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Bytes of rows in memory: they grow, are given away when there are many, and can be taken back.
 */
final class RowBuffer {

  private static final byte[] SIGNATURE = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0
  };

  /** Signature, flags, length of the (empty) extension. */
  static final int HEADER = 19;

  static final int FULL = 256 * 1024;

  /** Of a single fact as a rule. */
  static final int FEW = 16 * 1024;

  private final BinaryRows.@Nullable Drain drain;
  private ByteBuffer bytes;

  /** To be filled with so many bytes and a row, again and again when it is drained. */
  RowBuffer(BinaryRows.@Nullable Drain drain, int size) {
    this.drain = drain;
    bytes = ByteBuffer.allocate(size + size / 4);
    bytes.put(SIGNATURE).putInt(0).putInt(0);
  }

  /** Between two rows. */
  void drain() {
    if (drain != null && bytes.position() > FULL) {
      drain.take(bytes.flip());
      bytes.clear();
    }
  }

  ByteBuffer room(int more) {
    if (bytes.remaining() < more + 2) {
      var size = Math.max(bytes.capacity() * 2, bytes.position() + more + 2);
      bytes = ByteBuffer.allocate(size).put(bytes.flip());
    }
    return bytes;
  }

  int size() {
    return bytes.position();
  }

  int intAt(int place) {
    return bytes.getInt(place);
  }

  boolean saysSince(int size, ByteBuffer same) {
    int length = same.remaining();
    return bytes.position() - size == length && bytes.slice(size, length).equals(same);
  }

  void backTo(int size) {
    bytes.position(size);
  }

  ByteBuffer rows() {
    return bytes.duplicate().flip().position(HEADER);
  }

  ByteBuffer finished() {
    return room(2).putShort((short) -1).flip();
  }
}
