package dev.winback.nightly;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.Settings;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Runs the night at its hour; asked every minute, so that a node that was down catches up as soon
 * as it is back.
 */
@Component
class NightClock {

  private final NightlyRun nightly;
  private final BusinessClock clock;
  private final Settings.Night settings;

  NightClock(NightlyRun nightly, BusinessClock clock, Settings settings) {
    this.nightly = nightly;
    this.clock = clock;
    this.settings = settings.night();
  }

  @Scheduled(initialDelay = 60_000, fixedDelay = 60_000)
  void tick() {
    if (settings.nodes() && !timeOfDay().isBefore(settings.hour())) {
      nightly.tick();
    }
  }

  private java.time.LocalTime timeOfDay() {
    return clock.instant().atZone(clock.getZone()).toLocalTime();
  }
}
