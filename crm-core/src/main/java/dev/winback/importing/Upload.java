package dev.winback.importing;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** A stored file and how far it was read; compressed or not is told by its first bytes. */
record Upload(Path path, AtomicLong bytesRead) {

  private static final int BUFFER = 64 * 1024;

  Upload(Path path) {
    this(path, new AtomicLong());
  }

  long size() throws IOException {
    return Files.size(path);
  }

  InputStream open() throws IOException {
    bytesRead.set(0);
    var in = new BufferedInputStream(new Counted(Files.newInputStream(path), bytesRead), BUFFER);
    in.mark(2);
    boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
    in.reset();
    try {
      return gzip ? new BufferedInputStream(new GZIPInputStream(in, BUFFER), BUFFER) : in;
    } catch (ZipException e) {
      throw new FileRefused("gzip");
    }
  }

  private static final class Counted extends FilterInputStream {

    private final AtomicLong bytes;

    Counted(InputStream in, AtomicLong bytes) {
      super(in);
      this.bytes = bytes;
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      bytes.addAndGet(b < 0 ? 0 : 1);
      return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int n = super.read(buffer, offset, length);
      bytes.addAndGet(Math.max(0, n));
      return n;
    }
  }
}
