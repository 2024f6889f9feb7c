package dev.winback.shared;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyOut;

/**
 * Rows of a binary COPY as they come off the wire, one in memory at a time; the columns are asked
 * for in their order and are not null.
 */
public final class BinaryColumns {

  /** Signature, flags, length of the (empty) extension. */
  private static final int HEADER = 19;

  /** Seconds from 1970 to 2000, the format's own beginning. */
  private static final long EPOCH = 946_684_800L;

  private final CopyOut copy;
  private ByteBuffer buffer = ByteBuffer.allocate(0);
  private boolean begun;

  BinaryColumns(CopyOut copy) {
    this.copy = copy;
  }

  /** Moves to the next row; false after the last one. */
  public boolean next() throws SQLException {
    if (!begun) {
      need(HEADER);
      buffer.position(buffer.position() + HEADER);
      begun = true;
    }
    need(2);
    if (buffer.getShort() >= 0) {
      return true;
    }
    drain();
    return false;
  }

  public long bigint() throws SQLException {
    need(12);
    buffer.getInt();
    return buffer.getLong();
  }

  public boolean bool() throws SQLException {
    need(5);
    buffer.getInt();
    return buffer.get() != 0;
  }

  public Instant moment() throws SQLException {
    long micros = bigint();
    return Instant.ofEpochSecond(
        EPOCH + Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000L);
  }

  public String text() throws SQLException {
    need(4);
    int length = buffer.getInt();
    need(length);
    var text =
        new String(
            buffer.array(),
            buffer.arrayOffset() + buffer.position(),
            length,
            StandardCharsets.UTF_8);
    buffer.position(buffer.position() + length);
    return text;
  }

  /** So many columns as they came with their lengths, until the next row is asked for. */
  public ByteBuffer fields(int count) throws SQLException {
    int length = 0;
    for (int field = 0; field < count; field++) {
      need(length + 4);
      length += 4 + Math.max(0, buffer.getInt(buffer.position() + length));
    }
    need(length);
    int begin = buffer.position();
    buffer.position(begin + length);
    return buffer.duplicate().position(begin).limit(begin + length);
  }

  /** The server may cut its messages anywhere: what is left is joined with the next one. */
  private void need(int bytes) throws SQLException {
    while (buffer.remaining() < bytes) {
      var message = message();
      if (message == null) {
        throw new SQLException("the copy ended within a row");
      }
      buffer =
          buffer.hasRemaining()
              ? ByteBuffer.allocate(buffer.remaining() + message.length)
                  .put(buffer)
                  .put(message)
                  .flip()
              : ByteBuffer.wrap(message);
    }
  }

  private void drain() throws SQLException {
    while (message() != null) {
      // nothing follows the end mark but the server's own closing
    }
  }

  private byte @Nullable [] message() throws SQLException {
    return copy.readFromCopy();
  }
}
