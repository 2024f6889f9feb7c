package dev.winback.shared;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyOut;

/**
 * Rows of a binary COPY as they come off the wire, one in memory at a time; the columns are asked
 * for in their order and are not null, but for those that are asked for with what stands for
 * nothing.
 */
public final class BinaryColumns {

  /** Microseconds of {@code 'infinity'}. */
  public static final long INFINITY = Long.MAX_VALUE;

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

  /** A column that may be null: then the number given. */
  public int integerOr(int nothing) throws SQLException {
    return isNull() ? nothing : buffer.getInt();
  }

  /** A sum of money, which has at most two decimals, as whole cents. */
  public long cents() throws SQLException {
    return centsOr(0);
  }

  /**
   * A sum of money as whole cents, or the number given for none. The format's numeric: groups of
   * four decimal digits, the first of them {@code weight} groups before the point.
   */
  public long centsOr(long nothing) throws SQLException {
    if (isNull()) {
      return nothing;
    }
    int groups = buffer.getShort();
    int weight = buffer.getShort();
    int sign = buffer.getShort();
    buffer.getShort();
    // NaN and infinity have the highest bit; a third decimal would be lost
    if (sign < 0 || groups > 0 && weight - groups < -2) {
      throw new SQLException("no sum of money");
    }
    long cents = 0;
    for (int group = 0; group < groups; group++) {
      int digits = buffer.getShort();
      cents = group > weight ? cents + digits / 100 : cents * 10_000 + digits * 100L;
    }
    // zeros at the end are not sent
    for (int group = groups; groups > 0 && group <= weight; group++) {
      cents *= 10_000;
    }
    return sign == 0 ? cents : -cents;
  }

  /** Reads the length, and sees that the value is there as a whole. */
  private boolean isNull() throws SQLException {
    need(4);
    int length = buffer.getInt();
    if (length >= 0) {
      need(length);
    }
    return length < 0;
  }

  public short smallint() throws SQLException {
    need(6);
    buffer.getInt();
    return buffer.getShort();
  }

  public boolean bool() throws SQLException {
    need(5);
    buffer.getInt();
    return buffer.get() != 0;
  }

  public Instant moment() throws SQLException {
    return moment(bigint());
  }

  /** Of microseconds as the format has them. */
  public static Instant moment(long micros) {
    return Instant.ofEpochSecond(second(micros), Math.floorMod(micros, 1_000_000L) * 1_000L);
  }

  /** Seconds since 1970 of such microseconds. */
  public static long second(long micros) {
    return EPOCH + Math.floorDiv(micros, 1_000_000L);
  }

  public String text() throws SQLException {
    return text("");
  }

  /** A text that is nearly always the same short one: then the very object that was given. */
  public String text(String usual) throws SQLException {
    need(4);
    int length = buffer.getInt();
    need(length);
    int begin = buffer.arrayOffset() + buffer.position();
    buffer.position(buffer.position() + length);
    return is(usual, begin, length)
        ? usual
        : new String(buffer.array(), begin, length, StandardCharsets.UTF_8);
  }

  /** Signs beyond ASCII are never equal here, and so read anew. */
  private boolean is(String usual, int begin, int length) {
    if (usual.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (buffer.array()[begin + i] != usual.charAt(i)) {
        return false;
      }
    }
    return true;
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
