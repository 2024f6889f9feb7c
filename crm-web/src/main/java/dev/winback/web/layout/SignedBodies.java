package dev.winback.web.layout;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Bodies that are signed as a whole, and so are in memory before anybody knows whether they are to
 * be believed: a few at a time, and of so many bytes.
 */
public final class SignedBodies {

  private static final int AT_ONCE = 16;
  private static final int PATIENCE = 2;

  private final Semaphore places = new Semaphore(AT_ONCE);
  private final int most;

  public SignedBodies(int most) {
    this.most = most;
  }

  /** One byte more than the most where it is too large; empty while too many are being read. */
  public Optional<byte[]> read(HttpServletRequest request) throws IOException {
    if (!place()) {
      return Optional.empty();
    }
    try {
      return Optional.of(request.getInputStream().readNBytes(most + 1));
    } finally {
      places.release();
    }
  }

  private boolean place() {
    try {
      return places.tryAcquire(PATIENCE, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
