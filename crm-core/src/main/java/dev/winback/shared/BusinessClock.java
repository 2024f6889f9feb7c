package dev.winback.shared;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;

/**
 * The firm's time: days of silence, due dates and "today" are read here and nowhere else. With
 * {@code winback.today} the date stands still while the time of day goes on. Leases and the order
 * of sending use the database's clock instead.
 */
@Component
public class BusinessClock extends Clock {

  private final Settings settings;
  private final Clock clock;
  private final ZoneDays days;

  @org.springframework.beans.factory.annotation.Autowired
  public BusinessClock(Settings settings) {
    this(settings, Clock.system(settings.firmZone()));
  }

  private BusinessClock(Settings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    days = new ZoneDays(clock.getZone());
  }

  /** The business date in the firm's zone. */
  public LocalDate today() {
    var pinned = settings.today();
    return pinned == null ? LocalDate.now(clock) : pinned;
  }

  /**
   * The date on the calendar of somebody in this zone: what he plans and has missed is by his day,
   * silence and nights are by the firm's.
   */
  public LocalDate today(ZoneId zone) {
    var pinned = settings.today();
    return pinned == null ? LocalDate.ofInstant(instant(), zone) : pinned;
  }

  /** The business day a moment belongs to. */
  public LocalDate day(Instant moment) {
    return day(moment.getEpochSecond());
  }

  /** The same for seconds since 1970, of which millions pass. */
  public LocalDate day(long second) {
    return days.at(second);
  }

  /** This moment as a parameter of statements. */
  public OffsetDateTime utc() {
    return instant().atOffset(ZoneOffset.UTC);
  }

  @Override
  public Instant instant() {
    var pinned = settings.today();
    if (pinned == null) {
      return clock.instant();
    }
    var timeOfDay = clock.instant().atZone(clock.getZone()).toLocalTime();
    return pinned.atTime(timeOfDay).atZone(clock.getZone()).toInstant();
  }

  @Override
  public ZoneId getZone() {
    return clock.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new BusinessClock(settings, clock.withZone(zone));
  }
}
