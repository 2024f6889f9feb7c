package dev.winback.shop;

import dev.winback.shared.Settings;
import dev.winback.shared.Unquoted;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Works the inbox off every two seconds and asks the shops every minute whether one is due; on the
 * nodes that run the night.
 */
@Component
class ShopClock {

  private static final Logger LOG = LoggerFactory.getLogger(ShopClock.class);

  private final InboxWorker worker;
  private final CatchUp catchUp;
  private final boolean here;

  ShopClock(InboxWorker worker, CatchUp catchUp, Settings settings) {
    this.worker = worker;
    this.catchUp = catchUp;
    here = settings.night().nodes();
  }

  @Scheduled(initialDelay = 2_000, fixedDelay = 2_000)
  void workOff() {
    guarded(worker::work);
  }

  @Scheduled(initialDelay = 60_000, fixedDelay = 60_000)
  void ask() {
    guarded(catchUp::ask);
  }

  /** A database that is away for a while must not end the schedule. */
  private void guarded(Runnable work) {
    try {
      if (here) {
        work.run();
      }
    } catch (RuntimeException e) {
      LOG.warn("Shops wait: {}", Unquoted.of(e));
    }
  }
}
