package dev.winback.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

/** How long one-time buyers take: quantiles among those who come back, the silent ones censored. */
class FirstGapTest {

  private static FirstGap of(KaplanMeier seen) {
    return FirstGap.of(seen).orElseThrow();
  }

  @Test
  void halfOfThemNeverComeBackAndTheQuantileIsThatOfTheOthers() {
    var seen = new KaplanMeier();
    for (int day = 1; day <= 100; day++) {
      seen.returned(day);
      seen.silent(700);
    }
    var gap = of(seen);
    assertThat(gap.share()).isCloseTo(0.5, within(1e-9));
    assertThat(gap.days(0.50)).isEqualTo(50);
    assertThat(gap.days(0.10)).isEqualTo(90);
    assertThat(gap.days(0.05)).isEqualTo(95);
  }

  /**
   * The textbook's example: 6, 6, 6, 7, 10, 13, 16, 22, 23 came, the rest was silent (Freireich
   * 1963).
   */
  @Test
  void theCurveIsThatOfKaplanAndMeier() {
    var seen = new KaplanMeier();
    for (int day : new int[] {6, 6, 6, 7, 10, 13, 16, 22, 23}) {
      seen.returned(day);
    }
    for (int day : new int[] {6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35}) {
      seen.silent(day);
    }
    var curve = seen.curve();
    assertThat(1 - curve.get(6)).isCloseTo(0.857, within(5e-4));
    assertThat(1 - curve.get(7)).isCloseTo(0.807, within(5e-4));
    assertThat(1 - curve.get(10)).isCloseTo(0.753, within(5e-4));
    assertThat(1 - curve.get(16)).isCloseTo(0.627, within(5e-4));
    assertThat(1 - curve.get(23)).isCloseTo(0.448, within(5e-4));
  }

  /** Who bought yesterday says nothing yet about 90 days. */
  @Test
  void newCustomersDoNotMakeTheFirmLookLost() {
    var seen = new KaplanMeier();
    for (int i = 0; i < 100; i++) {
      seen.returned(30);
    }
    double before = of(seen).share();
    for (int i = 0; i < 900; i++) {
      seen.silent(3);
    }
    assertThat(of(seen).share()).isGreaterThanOrEqualTo(before - 0.01);
  }

  @Test
  void theTailOfFewAndWhatCameAfterTwoYearsAreLeftOut() {
    var seen = new KaplanMeier();
    for (int i = 0; i < 400; i++) {
      seen.returned(10 + i % 40);
      seen.silent(60);
    }
    seen.returned(700);
    seen.returned(2_000);
    assertThat(of(seen).days(0.01)).isLessThan(50);
    assertThat(seen.curve()).hasSizeLessThan(62);
  }

  @Test
  void belowThirtyReturnsNothingIsSaid() {
    var seen = new KaplanMeier();
    for (int i = 0; i < 29; i++) {
      seen.returned(10);
    }
    assertThat(FirstGap.of(seen)).isEmpty();
    seen.returned(10);
    assertThat(FirstGap.of(seen)).isPresent();
    assertThat(FirstGap.of(new KaplanMeier())).isEmpty();
  }

  @Test
  void aKindIsLookedAtAloneFromTwoHundredCustomersOn() {
    var count = new FirstGaps.Count();
    for (int i = 0; i < 200; i++) {
      count.add("restaurant", 10 + i % 10, 0);
      if (i < 199) {
        count.add("hotel", 100 + i % 10, 0);
      }
      count.add(null, i % 2 == 0 ? 50 : 0, 300);
    }
    var gaps = count.result();
    assertThat(gaps.byKind()).containsOnlyKeys("restaurant");
    assertThat(gaps.of("restaurant").days(0.10)).isBetween(10, 19);
    assertThat(gaps.of("hotel")).isEqualTo(gaps.all()).isEqualTo(gaps.of(null));
  }

  /** Half of CDNOW never come back; of the gaps that end a tenth is longer, by construction. */
  @Test
  void onCdnowATenthOfTheReturnsIsLater() {
    var customers = Cdnow.master();
    var count = new FirstGaps.Count();
    int came = 0;
    for (var c : customers) {
      int gap = c.firstGap(Cdnow.END);
      came += gap > 0 ? 1 : 0;
      var first = c.until(Cdnow.END);
      count.add(null, gap, (int) Math.round(first.silence() * 7));
    }
    var gap = count.result().all();
    assertThat(gap.share()).isBetween(0.45, 0.55);
    int late = gap.days(BuyingModel.LATE);
    long later = customers.stream().filter(c -> c.firstGap(Cdnow.END) > late).count();
    assertThat(later / (double) came).isBetween(0.07, 0.11);
    assertThat(gap.days(BuyingModel.OVERDUE))
        .isBetween(late, (int) ChronoUnit.DAYS.between(Cdnow.END.minusYears(2), Cdnow.END));
  }
}
