package dev.winback.importing;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A stored file and how far it was read; compressed or not is told by its first bytes, and it
 * unpacks to so many bytes at most.
 */
record Upload(Path path, AtomicLong bytesRead, long limit) {

  static final long UNPACKED = 2_000_000_000;
  private static final int BUFFER = 64 * 1024;

  /** From here on a file that grew so many times by unpacking is a bomb and no table. */
  private static final long SUSPICIOUS = 50_000_000;

  private static final int GROWTH = 300;

  Upload(Path path) {
    this(path, new AtomicLong(), UNPACKED);
  }

  long size() throws IOException {
    return Files.size(path);
  }

  InputStream open() throws IOException {
    bytesRead.set(0);
    var file = new Limited(Files.newInputStream(path), Long.MAX_VALUE, bytesRead::set);
    var in = new BufferedInputStream(file, BUFFER);
    in.mark(2);
    boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
    in.reset();
    return gzip ? unpacked(in) : in;
  }

  private InputStream unpacked(InputStream in) throws IOException {
    try {
      var gzip = new GZIPInputStream(in, BUFFER);
      return new BufferedInputStream(new Limited(gzip, limit, this::grown), BUFFER);
    } catch (ZipException | EOFException e) {
      throw new FileRefused("packing");
    }
  }

  private void grown(long bytes) {
    grown(bytes, bytesRead.get());
  }

  static void grown(long bytes, long packed) {
    if (bytes > SUSPICIOUS && bytes / GROWTH > packed) {
      throw new FileRefused("bomb", bytes / 1_000_000);
    }
  }

  /** The first bytes, unpacked, by which a kind of file is known. */
  byte[] beginning(int length) throws IOException {
    try (var in = open()) {
      return in.readNBytes(length);
    } catch (EOFException | ZipException e) {
      throw new FileRefused("packing");
    } finally {
      bytesRead.set(0);
    }
  }

  boolean begins(int... bytes) throws IOException {
    var begin = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      begin[i] = (byte) bytes[i];
    }
    return Arrays.equals(begin, beginning(bytes.length));
  }
}
