package dev.winback.letter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.testing.ALetter;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * hold.md, I14 and T20: a due time is one instant, after the gap and the first of two; letters
 * leave on the days and in the hours of where the customer lives.
 */
@CoreTest
class SendingHoursTest {

  private static final List<String> ZONES =
      List.of(
          "Europe/Kyiv",
          "Europe/Berlin",
          "America/New_York",
          "America/Sao_Paulo",
          "Australia/Lord_Howe",
          "Pacific/Apia");

  @Autowired Outbox outbox;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;

  @ParameterizedTest
  @CsvSource({
    // gap: the first valid instant after it
    "2026-03-29T02:30, Europe/Berlin,       2026-03-29T01:00:00Z",
    "2026-03-29T03:30, Europe/Kyiv,         2026-03-29T01:00:00Z",
    "2026-03-08T02:00, America/New_York,    2026-03-08T07:00:00Z",
    "2018-11-04T00:00, America/Sao_Paulo,   2018-11-04T03:00:00Z",
    "2026-10-04T02:15, Australia/Lord_Howe, 2026-10-03T15:30:00Z",
    // a day that Apia never had
    "2011-12-30T09:00, Pacific/Apia,        2011-12-30T10:00:00Z",
    // overlap: the first of the two
    "2026-10-25T02:30, Europe/Berlin,       2026-10-25T00:30:00Z",
    "2026-10-25T03:30, Europe/Kyiv,         2026-10-25T00:30:00Z",
    "2026-11-01T01:30, America/New_York,    2026-11-01T05:30:00Z",
    "2018-02-17T23:30, America/Sao_Paulo,   2018-02-18T01:30:00Z",
    "2026-04-05T01:45, Australia/Lord_Howe, 2026-04-04T14:45:00Z",
    // an ordinary day, and the last of February
    "2026-06-01T09:00, Europe/Berlin,       2026-06-01T07:00:00Z",
    "2028-02-29T09:00, Pacific/Apia,        2028-02-28T20:00:00Z",
  })
  void aLocalTimeIsOneInstant(LocalDateTime local, String zone, Instant instant) {
    assertThat(instant(local, zone)).isEqualTo(instant);
  }

  @Test
  void atAnyTimeOfAnyZoneTheInstantIsTheOneThatTheCalendarMeans() {
    var random = new Random(20);
    for (int i = 0; i < 2_000; i++) {
      var zone = ZONES.get(random.nextInt(ZONES.size()));
      var local = LocalDateTime.of(2026, 1, 1, 0, 0).plusMinutes(random.nextInt(3 * 525_600));
      var rules = ZoneId.of(zone).getRules();
      var gap = rules.getTransition(local);
      var meant =
          gap != null && gap.isGap()
              ? gap.getInstant()
              : local.toInstant(rules.getValidOffsets(local).get(0));
      assertThat(instant(local, zone)).as(local + " " + zone).isEqualTo(meant);
    }
  }

  /**
   * Whatever the instant: inside the hours it leaves, outside it waits for their next beginning.
   */
  @Test
  void noLetterLeavesInTheNightOfAnyZone() {
    var random = new Random(20);
    long letter = ALetter.in(jdbc).planned();
    for (int i = 0; i < 300; i++) {
      var zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
      var now = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(60L * random.nextInt(1_051_200));
      check(letter, zone, now);
    }
  }

  private void check(long letter, ZoneId zone, Instant now) {
    jdbc.sql("update letter set state = 'PLANNED', hold_reason = null, hold_until = null").update();
    jdbc.sql("update customer set time_zone = :zone").param("zone", zone.getId()).update();
    clock.set(now);
    var local = now.atZone(zone).toLocalTime();
    boolean open = !local.isBefore(LocalTime.of(9, 0)) && local.isBefore(LocalTime.of(19, 0));

    assertThat(claimed()).as(now + " " + zone).isEqualTo(open ? 1 : 0);
    if (!open) {
      var opens = until().atZone(zone);
      assertThat(opens.toLocalTime()).isEqualTo(LocalTime.of(9, 0));
      assertThat(opens.toInstant()).isBetween(now, now.plusSeconds(15 * 3600));
    }
  }

  @Test
  void onWorkingDaysOnlyTheLetterWaitsForMonday() {
    jdbc.sql("update sending set weekdays = true").update();
    ALetter.in(jdbc).planned();
    // Friday evening, then Saturday noon
    for (var now : List.of("2026-06-05T17:00:00Z", "2026-06-06T10:00:00Z")) {
      clock.set(Instant.parse(now));
      outbox.recover();
      assertThat(claimed()).isZero();
      assertThat(until()).isEqualTo(Instant.parse("2026-06-08T07:00:00Z"));
    }
    clock.set(Instant.parse("2026-06-08T07:00:00Z"));
    outbox.recover();
    assertThat(claimed()).isOne();
  }

  @Test
  void onAHolidayTheLetterWaitsUnlessHolidaysDoNotMatter() {
    jdbc.sql("insert into holiday (day, name) values ('2026-06-01', 'a'), ('2026-06-02', 'b')")
        .update();
    ALetter.in(jdbc).planned();

    assertThat(claimed()).isZero();
    assertThat(until()).isEqualTo(Instant.parse("2026-06-03T07:00:00Z"));
    jdbc.sql("update sending set holidays = false").update();
    jdbc.sql("update letter set state = 'PLANNED'").update();
    assertThat(claimed()).isOne();
  }

  /** The customer's today is what counts: in Apia it is tomorrow already. */
  @Test
  void theHolidayIsTheOneOfTheCustomersDay() {
    jdbc.sql("insert into holiday (day, name) values ('2026-06-02', 'b')").update();
    ALetter.in(jdbc).inZone("Pacific/Apia").planned();
    clock.set(Instant.parse("2026-06-01T21:00:00Z"));

    assertThat(claimed()).isZero();
    assertThat(until()).isEqualTo(Instant.parse("2026-06-02T20:00:00Z"));
  }

  private Instant instant(LocalDateTime local, String zone) {
    return jdbc.sql("select first_instant(:local, :zone)")
        .param("local", local)
        .param("zone", zone)
        .query(Instant.class)
        .single();
  }

  private int claimed() {
    return outbox.claim("a", 9, OutboxTest.LEASE).size();
  }

  private Instant until() {
    return jdbc.sql("select hold_until from letter where state = 'HELD'")
        .query(Instant.class)
        .single();
  }
}
