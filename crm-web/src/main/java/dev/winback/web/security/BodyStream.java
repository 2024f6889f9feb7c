package dev.winback.web.security;

import dev.winback.web.api.BodyTooLarge;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body that is read up to a limit, from the wire or from what was read of it before. */
final class BodyStream extends ServletInputStream {

  private final InputStream from;
  private long left;
  private boolean over;

  BodyStream(InputStream from, long most) {
    this.from = from;
    this.left = most;
  }

  @Override
  public int read() throws IOException {
    int one = from.read();
    count(one < 0 ? -1 : 1);
    return one;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    return count(from.read(into, offset, length));
  }

  private int count(int read) throws IOException {
    over = read < 0;
    left -= Math.max(read, 0);
    if (left < 0) {
      throw new BodyTooLarge();
    }
    return read;
  }

  @Override
  public boolean isFinished() {
    return over;
  }

  @Override
  public boolean isReady() {
    return true;
  }

  @Override
  public void setReadListener(ReadListener listener) {
    throw new UnsupportedOperationException("nobody reads a body in pieces here");
  }
}
