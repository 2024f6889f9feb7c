package dev.winback.shared;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread in the background that looks for work every so often, and at once when it is woken,
 * until the program ends; a look that fails is told in the log and ends no other.
 */
public final class Lookout implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Lookout.class);
  private static final int GOODBYE_SECONDS = 10;

  private final String name;
  private final Runnable look;
  private final ScheduledExecutorService worker;
  private volatile boolean closing;

  public Lookout(String name, Runnable look) {
    this.name = name;
    this.look = look;
    worker = Executors.newSingleThreadScheduledExecutor(this::thread);
  }

  private Thread thread(Runnable work) {
    var thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  public void begin(Duration every) {
    long seconds = every.toSeconds();
    var unused = worker.scheduleWithFixedDelay(this::look, seconds, seconds, TimeUnit.SECONDS);
  }

  public void wake() {
    worker.execute(this::look);
  }

  private void look() {
    try {
      look.run();
    } catch (RuntimeException e) {
      // the next look may reach the database again; a thrown one would end the looking
      LOG.warn("{} stopped by {}", name, Unquoted.of(e));
    }
  }

  /** True from the moment when the program is to end: what is in hand is ended, nothing begun. */
  public boolean closing() {
    return closing;
  }

  /** Waits a little for what is in hand. */
  @Override
  public void close() {
    closing = true;
    worker.shutdown();
    try {
      if (!worker.awaitTermination(GOODBYE_SECONDS, TimeUnit.SECONDS)) {
        worker.shutdownNow();
      }
    } catch (InterruptedException e) {
      worker.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
