package dev.winback.letter;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * Does one thing a few milliseconds after it was asked for; asked again meanwhile it is done once.
 */
final class Soon {

  private static final Logger LOG = LoggerFactory.getLogger(Soon.class);

  private final ScheduledExecutorService thread =
      new ScheduledThreadPoolExecutor(
          1, new CustomizableThreadFactory("journal-"), new ThreadPoolExecutor.DiscardPolicy());
  private final AtomicBoolean asked = new AtomicBoolean();
  private final Runnable work;
  private final long millis;

  Soon(long millis, Runnable work) {
    this.millis = millis;
    this.work = work;
  }

  void ask() {
    if (asked.compareAndSet(false, true)) {
      thread.schedule(this::run, millis, TimeUnit.MILLISECONDS);
    }
  }

  /** What cannot be done now is left to whoever does it next. */
  private void run() {
    asked.set(false);
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.warn("Answers of the relay wait for the next page: {}", e.getClass().getSimpleName());
    }
  }

  /** What has begun ends by itself; nothing is asked for any more. */
  void close() {
    thread.shutdown();
  }
}
