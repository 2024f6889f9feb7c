package dev.winback.shared;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Rows that wait on disk in baskets: put in any order, taken basket by basket. The file loses its
 * name as soon as it is open, so that a kill leaves nothing of it.
 */
public final class Spool implements Closeable {

  /** Bytes written at once, which every basket in use has in memory. */
  private static final int PIECE = 16 * 1024;

  private final FileChannel file;
  private final List<Basket> baskets = new ArrayList<>();
  private long end;

  private static final class Basket {

    private final List<Piece> written = new ArrayList<>();
    private ByteBuffer waiting = ByteBuffer.allocate(0);
    private long size;
  }

  private record Piece(long from, int bytes) {}

  private Spool(FileChannel file) {
    this.file = file;
  }

  public static Spool in(Path folder) {
    try {
      Files.createDirectories(folder);
      return new Spool(
          FileChannel.open(
              Files.createTempFile(folder, "rows", ""),
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Room for so many bytes of a row at the end of a basket; they stay together. */
  public ByteBuffer put(int basket, int bytes) {
    while (baskets.size() <= basket) {
      baskets.add(new Basket());
    }
    var into = baskets.get(basket);
    if (into.waiting.remaining() < bytes) {
      write(into);
      into.waiting =
          into.waiting.capacity() < bytes
              ? ByteBuffer.allocate(Math.max(bytes, PIECE))
              : into.waiting;
    }
    into.size += bytes;
    return into.waiting;
  }

  private void write(Basket basket) {
    var bytes = basket.waiting.flip();
    if (bytes.hasRemaining()) {
      basket.written.add(new Piece(end, bytes.remaining()));
      end += bytes.remaining();
      try {
        while (bytes.hasRemaining()) {
          file.write(bytes, end - bytes.remaining());
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    bytes.clear();
  }

  public int baskets() {
    return baskets.size();
  }

  /** Bytes of a basket. */
  public long size(int basket) {
    return baskets.get(basket).size;
  }

  /** All rows of a basket in the order in which they were put. */
  public byte[] take(int basket) {
    var all = ByteBuffer.allocate(Math.toIntExact(size(basket)));
    pieces(basket, all::put);
    return all.array();
  }

  /** The same piece by piece, none of which cuts a row. */
  public void pieces(int basket, Consumer<byte[]> pieces) {
    write(baskets.get(basket));
    baskets.get(basket).written.forEach(piece -> pieces.accept(read(piece)));
  }

  private byte[] read(Piece piece) {
    var bytes = ByteBuffer.allocate(piece.bytes());
    try {
      while (bytes.hasRemaining() && file.read(bytes, piece.from() + bytes.position()) > 0) {
        // a file may give less than it is asked for
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.array();
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
