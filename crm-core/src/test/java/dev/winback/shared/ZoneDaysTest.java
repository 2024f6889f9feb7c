package dev.winback.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Days found among a zone's changes are those that the zone's own rules tell. */
class ZoneDaysTest {

  private static void same(ZoneDays days, ZoneId zone, long second) {
    assertThat(days.at(second))
        .as("%d in %s", second, zone)
        .isEqualTo(Instant.ofEpochSecond(second).atZone(zone).toLocalDate());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Europe/Berlin", "UTC", "Pacific/Apia", "Asia/Kolkata", "America/Sao_Paulo"})
  void anyMomentIsOnTheDayThatTheRulesTell(String name) {
    var zone = ZoneId.of(name);
    var days = new ZoneDays(zone);
    var random = new Random(42);
    for (int i = 0; i < 20_000; i++) {
      same(days, zone, random.nextLong(-3_000_000_000L, 5_000_000_000L));
    }
  }

  /** Apia left out the 30th of December 2011. */
  @ParameterizedTest
  @ValueSource(strings = {"Europe/Berlin", "Pacific/Apia", "America/Sao_Paulo", "Asia/Beirut"})
  void roundMidnightAndEachChangeItIsExactToTheSecond(String name) {
    var zone = ZoneId.of(name);
    var days = new ZoneDays(zone);
    for (var day = LocalDate.of(1969, 12, 30); day.getYear() < 2072; day = day.plusDays(1)) {
      long midnight = day.atStartOfDay(zone).toEpochSecond();
      same(days, zone, midnight - 1);
      same(days, zone, midnight);
    }
    var rules = zone.getRules();
    for (var change = rules.nextTransition(Instant.EPOCH);
        change != null && change.getDateTimeBefore().getYear() < 2072;
        change = rules.nextTransition(change.getInstant())) {
      same(days, zone, change.toEpochSecond() - 1);
      same(days, zone, change.toEpochSecond());
    }
  }
}
