package dev.winback.web.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.letter.Journal;
import dev.winback.report.Vitals;
import dev.winback.testing.ALetter;
import dev.winback.testing.Stories;
import dev.winback.web.testing.WebTest;
import io.micrometer.core.instrument.MockClock;
import io.micrometer.core.instrument.simple.SimpleConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The numbers by which an operator is woken are those of the database, half a minute old at most.
 */
@WebTest
class ProductMetricsTest {

  @Autowired Vitals vitals;
  @Autowired Journal journal;
  @Autowired Stories stories;
  @Autowired JdbcClient jdbc;

  private final MockClock clock = new MockClock();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry(SimpleConfig.DEFAULT, clock);

  @BeforeEach
  void scrape() {
    new ProductMetrics(vitals, journal).bindTo(registry);
  }

  @Test
  void anEmptyFirmHasNothingThatWaits() {
    for (var name : new String[] {"letters.waiting", "night.failed", "webhooks.failing"}) {
      assertThat(value(name)).as(name).isZero();
    }
    assertThat(letters("planned") + letters("held") + letters("in_doubt")).isZero();
  }

  @Test
  void lettersAreCountedByWhereTheyStand() {
    ALetter.in(jdbc).planned();
    assertThat(letters("planned")).isOne();
    set("state = 'HELD', hold_reason = 'HOURS'");
    assertThat(letters("held")).isOne();
    set("state = 'IN_DOUBT', hold_reason = null, announcement = 17");
    assertThat(letters("in_doubt")).isOne();
    assertThat(value("letters.announced")).isEqualTo(17);
  }

  /** Other tests of this process may have sent letters. */
  @Test
  void theTimeBetweenAnnouncementAndDotIsTold() {
    var timer = registry.get("winback.letters.dot").functionTimer();
    double before = timer.count();
    journal.dotFollows(System.nanoTime() - Duration.ofSeconds(7).toNanos());
    assertThat(timer.count()).isEqualTo(before + 1);
    assertThat(timer.totalTime(TimeUnit.SECONDS)).isGreaterThan(7);
    assertThat(registry.get("winback.letters.dot.longest").timeGauge().value(TimeUnit.SECONDS))
        .isBetween(7.0, 60.0);
  }

  @Test
  void whatCouldLeaveCountsFromThenOrFromTheLastThatLeft() {
    ALetter.in(jdbc).planned();
    set("planned_at = clock_timestamp() - interval '2 hours'");
    assertThat(value("letters.waiting")).isBetween(7_200.0, 7_260.0);
    set("next_attempt_at = clock_timestamp() + interval '1 hour'");
    assertThat(value("letters.waiting")).as("put off").isZero();
    set("next_attempt_at = null, announced_at = clock_timestamp() - interval '5 minutes'");
    assertThat(value("letters.waiting")).isBetween(300.0, 360.0);
  }

  @Test
  void theNightThatFinishedLastIsToldWhenANewerOneFails() {
    night("2026-05-30", "done", "timestamptz '2026-05-31 03:00:00+00'");
    night("2026-05-31", "failed", "null");
    assertThat(value("night.finished")).isEqualTo(1_780_196_400);
    assertThat(value("night.failed")).isOne();
  }

  @Test
  void whatShopsAndOtherSystemsDoNotGetIsCounted() {
    jdbc.sql(
            """
            with s as (insert into shop (system, address, source, hook_secret)
                       values ('shopify', 'https://a.example', 'shopify', 'x') returning id)
            insert into shop_delivery (shop_id, delivery, topic, state)
            select id, n, 'orders', case n when '1' then 'waiting' else 'refused' end
              from s, unnest(array['1', '2', '3']) n
            """)
        .update();
    jdbc.sql(
            """
            insert into webhook (url, events, secret, active, disabled_reason, failing_since, removed)
            values ('https://a', 'x', decode(repeat('00', 32), 'hex'), true, null, clock_timestamp(), false),
                   ('https://b', 'x', decode(repeat('00', 32), 'hex'), false, 'gone', null, false),
                   ('https://c', 'x', decode(repeat('00', 32), 'hex'), false, 'gone', null, true),
                   ('https://d', 'x', decode(repeat('00', 32), 'hex'), false, null, clock_timestamp(), false)
            """)
        .update();
    assertThat(of("shop.deliveries", "waiting")).isOne();
    assertThat(of("shop.deliveries", "refused")).isEqualTo(2);
    assertThat(value("webhooks.failing")).isEqualTo(2);
  }

  @Test
  void theAuditGrowsAndDenialsOfAnHourAreCounted() {
    double before = value("audit.place");
    jdbc.sql(
            """
            insert into audit (created_at, action, subject, kind)
            values (clock_timestamp(), 'a', 's', 'DENIAL'), (clock_timestamp() - interval '2 hours', 'a', 's', 'DENIAL')
            """)
        .update();
    assertThat(value("audit.place")).isEqualTo(before + 2);
    assertThat(value("audit.denials")).isOne();
  }

  @Test
  void theDatabaseIsAskedEveryHalfMinuteAtMost() {
    assertThat(letters("planned")).isZero();
    ALetter.in(jdbc).planned();
    clock.add(Duration.ofSeconds(29));
    assertThat(registry.get("winback.letters").tag("state", "planned").gauge().value()).isZero();
    clock.add(Duration.ofSeconds(1));
    assertThat(registry.get("winback.letters").tag("state", "planned").gauge().value()).isOne();
  }

  private void set(String columns) {
    jdbc.sql("update letter set " + columns).update();
  }

  private void night(String day, String state, String finished) {
    jdbc.sql(
            "insert into night (day, state, node, finished_at) values ('%s', '%s', 'n', %s)"
                .formatted(day, state, finished))
        .update();
  }

  private double letters(String state) {
    return of("letters", state);
  }

  private double of(String name, String state) {
    clock.add(Duration.ofMinutes(1));
    return registry.get("winback." + name).tag("state", state).gauge().value();
  }

  private double value(String name) {
    clock.add(Duration.ofMinutes(1));
    return registry.get("winback." + name).gauge().value();
  }
}
