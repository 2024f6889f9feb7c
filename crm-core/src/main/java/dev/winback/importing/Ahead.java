package dev.winback.importing;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * One batch is copied while the next one is read: the reader and the database take about equally
 * long, and only one batch waits in memory.
 */
final class Ahead implements AutoCloseable {

  private final ExecutorService copier =
      Executors.newSingleThreadExecutor(
          work -> {
            var thread = new Thread(work, "import-copy");
            thread.setDaemon(true);
            return thread;
          });

  private @Nullable Future<?> copying;

  /** Begins when the batch before is in; what went wrong with that one is thrown here. */
  void run(Runnable work) {
    await();
    copying = copier.submit(work);
  }

  /** Everything is in, or what went wrong is thrown. */
  void await() {
    var last = copying;
    copying = null;
    if (last == null) {
      return;
    }
    try {
      last.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException wrong ? wrong : new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Also after a failure of the reader nothing is being copied any more when this returns. */
  @Override
  public void close() {
    copier.shutdown();
    try {
      var unused = copier.awaitTermination(1, java.util.concurrent.TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
