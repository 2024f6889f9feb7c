package dev.winback.team;

import dev.winback.shared.BusinessClock;
import dev.winback.signal.Profiles;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/**
 * The days of which a page of the team speaks when its address names none (MEA-03): as long as the
 * first class of silence, so that a firm whose customers buy often looks at short periods and
 * another one at long ones; a week at least, a year at most.
 */
@Component
public class TeamPeriod {

  private static final int SHORTEST = 7;
  private static final int LONGEST = 366;

  private final Profiles profiles;
  private final BusinessClock clock;

  TeamPeriod(Profiles profiles, BusinessClock clock) {
    this.profiles = profiles;
    this.clock = clock;
  }

  /** Length in days, the last one included. */
  public int days() {
    int silence = profiles.of("").classes().get(0);
    return Math.max(SHORTEST, Math.min(LONGEST, silence));
  }

  public LocalDate first(TeamFilter filter) {
    return filter.first(clock.today(), this::days);
  }

  public LocalDate last(TeamFilter filter) {
    return filter.last(clock.today());
  }
}
