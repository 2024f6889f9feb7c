package dev.winback.bulk;

import dev.winback.shared.Lookout;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Works jobs off in the background, one at a time, and goes on with what killed nodes left. */
@Component
class BulkWorkers {

  private static final Duration EVERY = Duration.ofSeconds(5);

  private final BulkStore store;
  private final BulkReading reading;
  private final BulkRun run;
  private final Lookout lookout = new Lookout("bulk", this::look);

  BulkWorkers(BulkStore store, BulkReading reading, BulkRun run) {
    this.store = store;
    this.reading = reading;
    this.run = run;
  }

  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    lookout.begin(EVERY);
  }

  /** At once, and not only when it is looked for the next time. */
  void wake() {
    lookout.wake();
  }

  private void look() {
    while (!lookout.closing() && store.take(null).map(this::work).isPresent()) {
      // the next one
    }
  }

  /** In this thread, when it is free. */
  void workNow(long job) {
    store.take(job).ifPresent(this::work);
  }

  private long work(long job) {
    run.work(job, Way.of(reading.one(job).state()), lookout::closing);
    return job;
  }

  /** After the loss in hand the rest is left to whoever comes next. */
  @PreDestroy
  void close() {
    lookout.close();
  }
}
