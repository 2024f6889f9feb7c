package dev.winback.signal;

import static dev.winback.signal.AHistory.DAY;
import static dev.winback.signal.AHistory.aHistory;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What people have said of a customer outweighs what holds for his kind: false alarm, season. */
class PatienceOfPeopleTest {

  @Test
  void anOwnLimitPutsEverySignOfSilenceOff() {
    var patient = Traits.NONE.silentFor(140, null, false);
    assertThat(aHistory().buysEvery(20, 5, 139).with(patient).seen()).isEmpty();
    var evidence = aHistory().buysEvery(20, 5, 140).with(patient).seen();
    assertThat(evidence).containsOnlyKeys(SignalKind.SILENT, SignalKind.LATE);
    assertThat(evidence.get(SignalKind.LATE).since()).isEqualTo(DAY);
    assertThat(evidence.get(SignalKind.LATE).lostFrom()).isEqualTo(DAY);
    assertThat(evidence.get(SignalKind.SILENT).lostFrom()).isEqualTo(DAY.plusDays(40));
  }

  @Test
  void aShorterOwnLimitChangesNothing() {
    var patient = Traits.NONE.silentFor(60, null, false);
    assertThat(aHistory().buys(90).with(patient).seen()).isEqualTo(aHistory().buys(90).seen());
  }

  @Test
  void aSeasonIsQuietUntilItsDay() {
    assertThat(aHistory().buys(200).with(Traits.NONE.silentFor(0, DAY.plusDays(1), false)).seen())
        .isEmpty();
    assertThat(aHistory().buys(200).with(Traits.NONE.silentFor(0, DAY, false)).seen()).isNotEmpty();
  }

  @Test
  void aSeasonOfEveryYearIsQuietUntilItComesAgain() {
    var november = Traits.NONE.silentFor(0, LocalDate.of(2024, 11, 1), true);
    // bought last in December: quiet until the first of November
    var history = aHistory().buys(170).with(november);
    assertThat(history.seen()).isEmpty();
    assertThat(history.on(LocalDate.of(2026, 10, 31)).seen()).isEmpty();
    assertThat(history.on(LocalDate.of(2026, 11, 1)).seen()).containsKey(SignalKind.SILENT);
  }

  @Test
  void theLeapDayComesEveryYear() {
    var leap = Traits.NONE.silentFor(0, LocalDate.of(2024, 2, 29), true);
    assertThat(leap.patientUntil(LocalDate.of(2026, 2, 27))).isEqualTo("2026-02-28");
    assertThat(leap.patientUntil(LocalDate.of(2026, 2, 28))).isEqualTo("2027-02-28");
  }

  @Test
  void aSignalThatIsNoReasonToWorryStaysAwayUntilItBeginsAnew() {
    var history = aHistory().buys(200).asks(30, 20, 10);
    var since = history.seen(SignalKind.REQUESTS_WITHOUT_PURCHASE).since();
    var calm = Traits.NONE.without(SignalKind.REQUESTS_WITHOUT_PURCHASE, since);
    assertThat(history.with(calm).seen()).doesNotContainKey(SignalKind.REQUESTS_WITHOUT_PURCHASE);
    var older = Traits.NONE.without(SignalKind.REQUESTS_WITHOUT_PURCHASE, since.minusDays(1));
    assertThat(history.with(older).seen()).containsKey(SignalKind.REQUESTS_WITHOUT_PURCHASE);
  }
}
