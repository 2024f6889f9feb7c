package dev.winback.web.weekly;

import dev.winback.shared.Settings;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks every minute whether it is Monday and letters to managers are due, on a node that sends
 * letters.
 */
@Component
class WeeklyClock {

  private final WeeklyRound round;
  private final Settings.Mail settings;

  WeeklyClock(WeeklyRound round, Settings settings) {
    this.round = round;
    this.settings = settings.mail();
  }

  @Scheduled(initialDelay = 60_000, fixedDelay = 60_000)
  void tick() {
    if (settings.nodes()) {
      round.work();
    }
  }
}
