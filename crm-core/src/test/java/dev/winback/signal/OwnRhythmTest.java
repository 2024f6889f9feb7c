package dev.winback.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** DET-08: late against the own rhythm, where there is no model; what a customer is worth. */
class OwnRhythmTest {

  private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

  private final Detection detection = new Detection(LimitsByKind.DEFAULT, new Rules("EUR", null));

  private static History story(int gap, int times, int silent) {
    var history = new History(1);
    for (int i = times - 1; i >= 0; i--) {
      var day = DAY.minusDays(silent).minusDays((long) i * gap);
      history.bought(bought(day, 10_000, "EUR"));
    }
    return history;
  }

  private static Bought bought(LocalDate day, long cents, String currency) {
    return new Bought(AHistory.micros(day), day, cents, currency);
  }

  private Map<SignalKind, Evidence> seen(History history) {
    return detection.fold(history, DAY).signals().stream()
        .collect(java.util.stream.Collectors.toMap(Evidence::kind, e -> e));
  }

  @ParameterizedTest
  @CsvSource({
    // 5 orders every 91 days: late beyond 136.5 days, so from 137 on; lost from 273 on
    "91, 5, 106, ",
    "91, 5, 136, ",
    "91, 5, 137, false",
    "91, 5, 152, false",
    "91, 5, 272, false",
    "91, 5, 273, true",
    // exactly 1.5 times is not more than 1.5 times
    "30, 3, 45, ",
    "30, 3, 46, false",
    "30, 3, 89, false",
    "30, 3, 90, true",
    // a quick rhythm is left alone for 14 days, and is then past three gaps at once
    "2, 10, 13, ",
    "2, 10, 14, true",
    "6, 4, 13, ",
    "6, 4, 14, false",
    "6, 4, 18, true",
    // two purchases make no rhythm
    "30, 2, 80, "
  })
  void lateAgainstTheOwnRhythm(int gap, int times, int silent, Boolean lost) {
    var evidence = seen(story(gap, times, silent)).get(SignalKind.LATE);
    if (lost == null) {
      assertThat(evidence).isNull();
    } else {
      assertThat(evidence).isNotNull();
      assertThat(!evidence.lostFrom().isAfter(DAY)).isEqualTo(lost);
      assertThat(evidence.since()).isBeforeOrEqualTo(DAY);
    }
  }

  @Test
  void theGoldenRhythmSpeaksInItsOwnFigures() {
    var evidence = seen(story(91, 5, 152)).get(SignalKind.LATE);
    assertThat(evidence).isNotNull();
    var signal =
        Sentences.signal(
            SignalKind.LATE, evidence.since(), false, DAY.minusDays(152), DAY, evidence.figures());
    assertThat(signal.sentence().figures().stream().map(Object::toString))
        .containsExactly("5", "91", "152", "1.67", "1.5", "0");
    assertThat(signal.evidence()).containsEntry("days", 152L);
  }

  @Test
  void twoOrdersOfOneDayAreOneVisit() {
    var history = new History(1);
    for (var day : new int[] {120, 120, 90, 60}) {
      history.bought(bought(DAY.minusDays(day), 1_000, "EUR"));
    }
    assertThat(Value.rhythm(history)).isEqualByComparingTo("30");
    assertThat(seen(history)).containsKey(SignalKind.LATE);
  }

  /** Days make a rhythm: a wholesaler's 34 bills of his first two days are no 34 orders a day. */
  @Test
  void manyOrdersOnTwoDaysAreNoRhythm() {
    var history = new History(1);
    for (int i = 0; i < 34; i++) {
      history.bought(bought(DAY.minusDays(i < 17 ? 19 : 18), 1_000, "EUR"));
    }
    assertThat(seen(history)).isEmpty();
  }

  /** The figures of the sentence can be checked: so many days, and the gaps between them. */
  @Test
  void theSentenceCountsDaysAndNotOrders() {
    var history = new History(1);
    for (var day : new int[] {120, 120, 120, 90, 60, 60}) {
      history.bought(bought(DAY.minusDays(day), 1_000, "EUR"));
    }
    assertThat(seen(history).get(SignalKind.LATE).figures())
        .containsEntry("visits", 3)
        .doesNotContainKey("purchases");
  }

  @Test
  void threeOrdersOfOneDayAreNoRhythm() {
    var history = new History(1);
    for (int i = 0; i < 3; i++) {
      history.bought(bought(DAY.minusDays(60), 1_000, "EUR"));
    }
    assertThat(seen(history)).isEmpty();
    assertThat(Value.rhythm(history)).isNull();
  }

  @Test
  void theYearIsWorthWhatTheOwnPaceBrings() {
    // 5 × 100 within 364 days and one more gap of 91: 500 × 365 / 455
    assertThat(Value.of(story(91, 5, 0), "EUR").year()).isEqualByComparingTo("401.10");
    // a burst is not stretched over the year
    assertThat(Value.of(story(1, 5, 0), "EUR").year()).isEqualByComparingTo("500");
    assertThat(Value.of(story(1, 1, 0), "EUR").year()).isEqualByComparingTo("100");
  }

  @Test
  void moneyIsCountedInTheFirmsCurrencyFirst() {
    var history = new History(1);
    history.bought(bought(DAY.minusDays(9), 1_000, "EUR"));
    history.bought(bought(DAY.minusDays(1), 9_900, "USD"));
    assertThat(Value.of(history, "EUR").revenue()).isEqualByComparingTo("10");
    assertThat(Value.of(history, "CHF").revenue()).isEqualByComparingTo("99");
    assertThat(Value.of(history, "CHF").currency()).isEqualTo("USD");
  }
}
