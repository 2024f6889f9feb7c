package dev.winback.signal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.customer.CustomerId;
import dev.winback.staff.Actor;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whom the night leaves alone outside his season, it says so of: bought on the 21st of February of
 * four years and was silent since.
 */
@CoreTest
class SeasonsTest {

  @Autowired Signals signals;
  @Autowired Seasons seasons;
  @Autowired Profiles profiles;
  @Autowired OwnLimits limits;
  @Autowired MovableClock clock;
  @Autowired Stories stories;
  @Autowired TransactionTemplate transaction;

  private Actor manager;
  private CustomerId skier;

  @BeforeEach
  void aCustomerOfOneSeason() {
    manager = stories.manager();
    skier = stories.aCustomer("SKI").buyingEvery(365).times(4).silentFor(100).save();
  }

  @Test
  void theNightIsQuietUntilTheSeasonHasPassed() {
    signals.foldAll(MovableClock.START);
    assertThat(signals.of(skier)).isEmpty();
    assertThat(seasons.of(skier)).isEqualTo(new Seasons.Next(day("2026-12-01"), day("2027-02-28")));
    clock.setDay(day("2027-03-01"));
    signals.foldAll(day("2027-03-01"));
    assertThat(signals.of(skier))
        .extracting(signal -> signal.sentence().key())
        .contains("signal.season.passed");
    assertThat(seasons.of(skier)).isNull();
  }

  @Test
  void aHundredPercentSwitchesItOff() {
    profiles.change("", Map.of("seasonShare", "100"), manager);
    signals.foldAll(MovableClock.START);
    assertThat(signals.of(skier)).extracting(Signal::kind).contains(SignalKind.SILENT);
    assertThat(seasons.of(skier)).isNull();
  }

  @Test
  void aPersonsOwnWordOfHisSeasonReplacesIt() {
    transaction.executeWithoutResult(
        t -> limits.season(skier, day("2026-06-20"), false, "trade fair", manager));
    assertThat(seasons.of(skier)).isNull();
    signals.foldAll(day("2026-06-20"));
    assertThat(signals.of(skier)).extracting(Signal::kind).contains(SignalKind.SILENT);
  }

  private static LocalDate day(String day) {
    return LocalDate.parse(day);
  }
}
