package dev.winback.web.security;

import dev.winback.shared.BusinessClock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts what went wrong, and says when it is enough: ten times a quarter of an hour. */
final class Attempts {

  static final int MOST = 10;
  static final Duration WINDOW = Duration.ofMinutes(15);
  private static final int REMEMBERED = 20_000;

  private record Failures(int count, Instant since) {}

  private final BusinessClock clock;
  private final Map<String, Failures> failures =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
          return size() > REMEMBERED;
        }
      };

  Attempts(BusinessClock clock) {
    this.clock = clock;
  }

  synchronized boolean enough(String key) {
    var known = failures.get(key);
    return known != null && !over(known) && known.count() >= MOST;
  }

  synchronized void count(String key) {
    var known = failures.get(key);
    failures.put(
        key,
        known == null || over(known)
            ? new Failures(1, clock.instant())
            : new Failures(known.count() + 1, known.since()));
  }

  synchronized void forget(String key) {
    failures.remove(key);
  }

  private boolean over(Failures known) {
    return known.since().plus(WINDOW).isBefore(clock.instant());
  }
}
