package dev.winback.mail;

import dev.winback.shared.Unquoted;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Threads that look for work again and again. Stopped, they end with what is in hand: an interrupt
 * keeps them from beginning another letter, and whoever waits for an answer of the relay gets it.
 */
final class Rounds {

  private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
  private static final int GOODBYE_SECONDS = 20;

  private final ScheduledExecutorService threads;

  Rounds(int threads) {
    this.threads = Executors.newScheduledThreadPool(threads);
  }

  void each(Duration pause, Runnable work) {
    each(pause, pause, work);
  }

  void each(Duration first, Duration pause, Runnable work) {
    threads.scheduleWithFixedDelay(
        () -> guarded(work), first.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** A database that is away for a while must not end the schedule. */
  private static void guarded(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.warn("What is to be sent waits: {}", Unquoted.of(e));
    }
  }

  void stop() {
    threads.shutdownNow();
    try {
      if (!threads.awaitTermination(GOODBYE_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("A letter is still on its way; its answer decides, or it is in doubt");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
