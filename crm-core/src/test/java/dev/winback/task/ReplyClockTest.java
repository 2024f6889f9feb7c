package dev.winback.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** LET-22: an answer within 24 hours, weekends and holidays not counted; by night, before noon. */
class ReplyClockTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final ReplyClock CLOCK =
      new ReplyClock(
          BERLIN,
          LocalTime.of(9, 0),
          LocalTime.of(18, 0),
          new WorkingDays(Set.of(LocalDate.of(2026, 5, 25))));

  /** 1 June 2026 is a Monday, 25 May a holiday; 29 March 2026 changes the clock. */
  @ParameterizedTest
  @CsvSource({
    // the golden case: Friday 22:00, Monday before noon
    "2026-06-05T22:00, 2026-06-08T12:00",
    "2026-06-01T22:00, 2026-06-02T12:00",
    "2026-06-01T10:30, 2026-06-02T10:30",
    "2026-06-05T15:00, 2026-06-08T15:00",
    "2026-06-06T11:00, 2026-06-08T12:00",
    "2026-06-07T08:00, 2026-06-08T12:00",
    "2026-06-02T08:59, 2026-06-02T12:00",
    "2026-06-02T09:00, 2026-06-03T09:00",
    "2026-06-02T17:59, 2026-06-03T17:59",
    "2026-06-02T18:00, 2026-06-03T12:00",
    // Whit Monday
    "2026-05-22T15:00, 2026-05-26T15:00",
    "2026-05-22T22:00, 2026-05-26T12:00",
    "2026-05-25T10:00, 2026-05-26T12:00",
    // the night of the clock change
    "2026-03-27T15:00, 2026-03-30T15:00"
  })
  void isDue(LocalDateTime came, LocalDateTime due) {
    assertThat(CLOCK.due(came.atZone(BERLIN).toInstant()).atZone(BERLIN).toLocalDateTime())
        .isEqualTo(due);
  }
}
