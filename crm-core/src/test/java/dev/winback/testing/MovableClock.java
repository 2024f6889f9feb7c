package dev.winback.testing;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.Settings;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** The business clock of tests: stands still at noon of 1 June 2026 until a test moves it. */
public class MovableClock extends BusinessClock {

  public static final LocalDate START = LocalDate.of(2026, 6, 1);

  private volatile Instant now;

  public MovableClock(Settings settings) {
    super(settings);
    now = noonOf(START);
  }

  @Override
  public LocalDate today() {
    return day(now);
  }

  @Override
  public Instant instant() {
    return now;
  }

  /** Noon of this day in the firm's zone. */
  public void setDay(LocalDate day) {
    now = noonOf(day);
  }

  public void set(Instant moment) {
    now = moment;
  }

  public void forward(Duration duration) {
    now = now.plus(duration);
  }

  private Instant noonOf(LocalDate day) {
    return day.atTime(12, 0).atZone(getZone()).toInstant();
  }
}
