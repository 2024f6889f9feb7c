package dev.winback.bulk;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Works jobs off in the background, one at a time, and goes on with what killed nodes left. */
@Component
class BulkWorkers {

  private static final Logger LOG = LoggerFactory.getLogger(BulkWorkers.class);
  private static final int EVERY_SECONDS = 5;
  private static final int GOODBYE_SECONDS = 10;

  private final BulkStore store;
  private final BulkReading reading;
  private final BulkRun run;
  private final ScheduledExecutorService worker =
      Executors.newSingleThreadScheduledExecutor(BulkWorkers::thread);
  private volatile boolean closing;

  BulkWorkers(BulkStore store, BulkReading reading, BulkRun run) {
    this.store = store;
    this.reading = reading;
    this.run = run;
  }

  private static Thread thread(Runnable work) {
    var thread = new Thread(work, "bulk");
    thread.setDaemon(true);
    return thread;
  }

  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    var unused =
        worker.scheduleWithFixedDelay(this::look, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
  }

  /** At once, and not only when it is looked for the next time. */
  void wake() {
    worker.execute(this::look);
  }

  private void look() {
    try {
      while (!closing && store.take(null).map(this::work).isPresent()) {
        // the next one
      }
    } catch (RuntimeException e) {
      // the next look may reach the database again; a thrown one would end the looking
      LOG.warn("bulk job stopped by {}", e.getClass().getName());
    }
  }

  /** In this thread, when it is free. */
  void workNow(long job) {
    store.take(job).ifPresent(this::work);
  }

  private long work(long job) {
    run.work(job, Way.of(reading.one(job).state()), () -> closing);
    return job;
  }

  /** After the loss in hand the rest is left to whoever comes next. */
  @PreDestroy
  void close() throws InterruptedException {
    closing = true;
    worker.shutdown();
    if (!worker.awaitTermination(GOODBYE_SECONDS, TimeUnit.SECONDS)) {
      worker.shutdownNow();
    }
  }
}
