package dev.winback.signal;

import static dev.winback.signal.AHistory.DAY;
import static dev.winback.signal.AHistory.aHistory;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** DET-05, the fourth sign: still buys, and much less than his own norm. */
class VolumeDropTest {

  private static Evidence seen(AHistory history) {
    return history.seen(SignalKind.VOLUME_DROP);
  }

  @Test
  void twoVisitsBelowHalfOfTheNormAreTheSign() {
    var evidence = seen(aHistory().pays("100.00", 150, 120, 90, 60).pays("49.99", 30, 5));
    assertThat(evidence.since()).isEqualTo(DAY.minusDays(5));
    assertThat(evidence.lostFrom()).isNull();
    assertThat(evidence.figures())
        .containsEntry("against", "visits")
        .containsEntry("amount", "49.99")
        .containsEntry("norm", "100.00")
        .containsEntry("currency", "EUR")
        .containsEntry("drop", 50);
  }

  @Test
  void exactlyHalfIsNotBelowHalf() {
    assertThat(seen(aHistory().pays("100.00", 150, 120, 90, 60).pays("50.00", 30, 5))).isNull();
  }

  /** rules.md, "amount 0": a sample means no volume, neither a small one nor one of a norm. */
  @Test
  void samplesForNothingAreNoVolume() {
    assertThat(seen(aHistory().pays("100.00", 210, 180, 150, 120, 90, 60).pays("0.00", 30, 5)))
        .isNull();
    var evidence =
        seen(
            aHistory()
                .pays("0.00", 220, 200, 190, 185)
                .pays("100.00", 180, 150, 120, 90)
                .pays("40.00", 30, 5));
    assertThat(evidence.figures()).containsEntry("norm", "100.00");
  }

  /** Whoever does not buy any more does not buy less: the silence says so. */
  @Test
  void whoIsLateOrSilentForThreeOfHisGapsBuysNoLess() {
    assertThat(seen(aHistory().pays("100.00", 550, 520, 490, 460).pays("40.00", 430, 400)))
        .isNull();
    assertThat(seen(aHistory().pays("100.00", 250, 220, 190, 160).pays("40.00", 130, 75))).isNull();
    var patient = Traits.NONE.silentFor(500, null, false);
    assertThat(
            seen(
                aHistory().pays("100.00", 220, 190, 160, 130).pays("40.00", 100, 70).with(patient)))
        .isNotNull();
    assertThat(
            seen(
                aHistory()
                    .pays("100.00", 250, 220, 190, 160)
                    .pays("40.00", 130, 100)
                    .with(patient)))
        .isNull();
  }

  @Test
  void oneSmallVisitIsNone() {
    assertThat(seen(aHistory().pays("100.00", 150, 120, 90, 60, 30).pays("10.00", 5))).isNull();
  }

  @Test
  void threeVisitsMakeNoNorm() {
    assertThat(seen(aHistory().pays("100.00", 120, 90, 60).pays("10.00", 30, 5))).isNull();
  }

  @Test
  void twoOrdersOfOneDayAreOneVisit() {
    assertThat(seen(aHistory().pays("100.00", 150, 120, 90, 60).pays("30.00", 30, 30, 5, 5)))
        .isNull();
  }

  @Test
  void theShareIsASetting() {
    var history = aHistory().pays("100.00", 150, 120, 90, 60).pays("65.00", 30, 5);
    assertThat(seen(history)).isNull();
    assertThat(seen(history.with(TestLimits.with("volumeShare", 66)))).isNotNull();
  }

  @Test
  void ninetyDaysAreComparedWithTheSameDaysOfTheYearBefore() {
    var history =
        aHistory()
            .pays("100.00", 375, 390, 405, 420, 435)
            .pays("100.00", 200)
            .pays("100.00", 40, 10);
    var evidence = seen(history);
    assertThat(evidence.figures())
        .containsEntry("against", "year")
        .containsEntry("amount", "200.00")
        .containsEntry("norm", "500.00")
        .containsEntry("drop", 60);
  }

  @Test
  void whoBoughtNothingInThoseDaysAYearAgoHasNotDropped() {
    assertThat(seen(aHistory().pays("100.00", 300, 280, 260, 200, 40, 10))).isNull();
  }
}
