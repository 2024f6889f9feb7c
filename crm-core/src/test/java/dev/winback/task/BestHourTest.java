package dev.winback.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.staff.Actor;
import dev.winback.testing.CoreTest;
import dev.winback.testing.Stories;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * CAL-08, the rep's day 1: each row of the queue says the customer's clock, the hour learned from
 * the calls that he answered, and what to offer. It is noon in Berlin, 1 June 2026.
 */
@CoreTest
class BestHourTest {

  @Autowired TaskLists lists;
  @Autowired Desk desk;
  @Autowired Stories stories;
  @Autowired JdbcClient jdbc;

  private Actor rep;
  private TaskId task;

  @BeforeEach
  void aCallThatIsDue() {
    rep = stories.rep("rep");
    task = desk.call(rep);
  }

  @Test
  void itIsTheHourInWhichMostCallsReachedHim() {
    called("2026-05-04T10:05+02:00", true);
    called("2026-05-11T10:59:59+02:00", true);
    called("2026-05-12T10:30+02:00", false);
    called("2026-05-18T11:00+02:00", true);
    assertThat(best()).isEqualTo(new BestHour(10, 2, 3));
    assertThat(best().from()).isEqualTo(LocalTime.of(10, 0));
    assertThat(best().until()).isEqualTo(LocalTime.of(11, 0));
  }

  @Test
  void oneTalkIsNoHabitAndTwoAre() {
    called("2026-05-04T16:05+02:00", true);
    called("2026-05-05T16:05+02:00", false);
    assertThat(best()).isNull();
    called("2026-05-11T14:00+02:00", true);
    assertThat(best()).isEqualTo(new BestHour(14, 1, 1));
  }

  @Test
  void itIsReadFromHisClockAndNotFromOurs() {
    desk.setCustomer(task, "time_zone", "America/New_York");
    called("2026-01-12T17:10+01:00", true);
    called("2026-05-11T17:10+02:00", true);
    assertThat(best()).isEqualTo(new BestHour(11, 2, 2));
    assertThat(row().elsewhere(rep.zone())).isTrue();
    assertThat(row().window().local()).isEqualTo(LocalTime.of(6, 0));
    desk.setCustomer(task, "time_zone", "Europe/Paris");
    assertThat(row().elsewhere(rep.zone())).isFalse();
  }

  /** Whoever has moved into another job is reached at other hours: a year back, not further. */
  @Test
  void lettersCallsOfHisAndWhatIsOlderThanAYearTeachNothing() {
    called("2026-05-04T09:05+02:00", true);
    called("2025-06-01T11:59+02:00", true);
    told("2026-05-05T09:05+02:00", "email", "out");
    told("2026-05-06T09:05+02:00", "phone", "in");
    assertThat(best()).isNull();
    called("2025-06-01T12:01+02:00", true);
    assertThat(best()).isEqualTo(new BestHour(9, 1, 1));
  }

  @Test
  void theRowSaysWhatWouldBestBeOffered() {
    assertThat(row().offer()).isNull();
    jdbc.sql(
            """
            insert into lapse_worth (lapse_id, customer_id, unasked, chance, chance_low, chance_high, channel, percent, effort, verdict, offer_kind)
            select lapse_id, customer_id, 0.1, 0.2, 0.1, 0.3, 'call', 10, 5, 'return', 'discount' from task
            """)
        .update();
    assertThat(row().offer()).isEqualTo("discount");
    assertThat(row().offerPercent()).isEqualTo(10);
  }

  private TaskRow row() {
    return lists.queue(null, LocalDate.of(2026, 6, 1), rep).get(0);
  }

  private @Nullable BestHour best() {
    return row().bestHour();
  }

  private void called(String at, boolean reached) {
    contact(at, "phone", "out", reached);
  }

  private void told(String at, String channel, String direction) {
    contact(at, channel, direction, true);
  }

  private void contact(String at, String channel, String direction, boolean reached) {
    jdbc.sql(
            """
            insert into contact (customer_id, source, external_id, contacted_at, channel, direction, reached)
            select customer_id, 'test', gen_random_uuid()::text, :at::timestamptz, :channel, :direction, :reached from task where id = :task
            """)
        .param("at", at)
        .param("channel", channel)
        .param("direction", direction)
        .param("reached", reached)
        .param("task", task.value())
        .update();
  }
}
