package dev.winback.importing;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;
import java.util.zip.ZipException;

/**
 * An unpacked stream that refuses the file where its packing is broken, or once it has given more
 * than a file may unpack to; a bomb is told by its size, whatever its header says.
 */
final class Limited extends FilterInputStream {

  private final long limit;
  private final LongConsumer told;
  private long bytes;

  /** {@code told} hears after each piece how many bytes came so far. */
  Limited(InputStream in, long limit, LongConsumer told) {
    super(in);
    this.limit = limit;
    this.told = told;
  }

  @Override
  public int read() throws IOException {
    int b = super.read();
    count(b < 0 ? 0 : 1);
    return b;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    try {
      int n = super.read(buffer, offset, length);
      count(Math.max(0, n));
      return n;
    } catch (ZipException | EOFException e) {
      throw new FileRefused("packing");
    }
  }

  private void count(int n) {
    bytes += n;
    if (bytes > limit) {
      throw new FileRefused("unpacked-too-large", limit / 1_000_000);
    }
    told.accept(bytes);
  }
}
