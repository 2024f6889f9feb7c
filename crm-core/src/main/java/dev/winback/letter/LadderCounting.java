package dev.winback.letter;

import dev.winback.shared.BusinessClock;
import jakarta.annotation.PreDestroy;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts anew what a large firm's rungs would do, without anybody waiting for it: it takes tens of
 * seconds. One at a time on each node, and all numbers appear at once.
 */
@Component
class LadderCounting {

  private static final Logger LOG = LoggerFactory.getLogger(LadderCounting.class);

  private final RungCounts counts;
  private final TransactionTemplate transaction;
  private final BusinessClock clock;
  private final AtomicBoolean running = new AtomicBoolean();
  private final ExecutorService background =
      Executors.newSingleThreadExecutor(
          work -> {
            var thread = new Thread(work, "ladder");
            thread.setDaemon(true);
            return thread;
          });

  LadderCounting(RungCounts counts, TransactionTemplate transaction, BusinessClock clock) {
    this.counts = counts;
    this.transaction = transaction;
    this.clock = clock;
  }

  @PreDestroy
  void stop() {
    background.shutdown();
  }

  void start() {
    if (running.compareAndSet(false, true)) {
      background.execute(this::count);
    }
  }

  boolean running() {
    return running.get();
  }

  /** When it fails, what the night counted stays. */
  private void count() {
    try {
      transaction.executeWithoutResult(tx -> counts.settle(clock.today()));
    } catch (RuntimeException failed) {
      LOG.error("The ladder was not counted anew", failed);
    } finally {
      running.set(false);
    }
  }
}
