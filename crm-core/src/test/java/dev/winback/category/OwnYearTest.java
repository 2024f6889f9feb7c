package dev.winback.category;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.purchase.PurchaseRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A lost customer is judged by the twelve months up to the one of his last purchase. */
class OwnYearTest {

  private static final LocalDate DAY = LocalDate.of(2026, 6, 17);

  private final Months months = new Months(DAY, "EUR").of(1);

  private void paid(LocalDate on, long cents) {
    months.add(on, cents, PurchaseRow.UNKNOWN, 1, true, false, true);
  }

  private void ordered(LocalDate on, long cents) {
    months.add(on, cents, PurchaseRow.UNKNOWN, 1, false, true, true);
  }

  /** Two years of 100 a month up to the month before so many. */
  private void everyMonthUntil(int ago) {
    for (int month = ago; month < ago + 24; month++) {
      paid(DAY.minusMonths(month), 100);
    }
  }

  private Xyz xyz() {
    return Variation.of(months, Criterion.AMOUNT).xyz(CategorySettings.DEFAULT);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 7, 12, 13, 14, 25, 60, 240})
  void hisSilenceTakesNothingFromHim(int ago) {
    everyMonthUntil(ago);
    months.lost(true);
    assertThat(months.judged(Criterion.AMOUNT)).isEqualTo(1200);
    assertThat(months.judged(Criterion.UNITS)).isEqualTo(12);
    assertThat(xyz()).isEqualTo(Xyz.X);
  }

  @Test
  void whoIsNotLostIsJudgedByTheFirmsMonths() {
    everyMonthUntil(7);
    months.lost(false);
    assertThat(months.judged(Criterion.AMOUNT)).isEqualTo(500);
    assertThat(xyz()).isEqualTo(Xyz.Y);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void soIsWhoLetNoWholeMonthPass(int ago) {
    everyMonthUntil(ago);
    months.lost(true);
    assertThat(months.judged(Criterion.AMOUNT)).isEqualTo(months.year(Criterion.AMOUNT));
    assertThat(months.lost).isFalse();
  }

  @Test
  void whatWasBeforeHisYearIsNotInIt() {
    paid(LocalDate.of(2023, 5, 31), 5000);
    paid(LocalDate.of(2023, 6, 1), 30);
    paid(LocalDate.of(2024, 5, 1), 20);
    months.lost(true);
    assertThat(months.judged(Criterion.AMOUNT)).isEqualTo(50);
    assertThat(months.judged(Criterion.AMOUNT, 0)).isEqualTo(30);
    assertThat(months.judged(Criterion.AMOUNT, 11)).isEqualTo(20);
  }

  @Test
  void theYearOfTheFirmStaysWhatItWas() {
    everyMonthUntil(7);
    months.lost(true);
    assertThat(months.year(Criterion.AMOUNT)).isEqualTo(500);
    assertThat(months.month(Criterion.AMOUNT, 5)).isEqualTo(100);
    assertThat(months.month(Criterion.AMOUNT, 6)).isZero();
  }

  @Test
  void whatIsNotPaidCountsUpToHisLastPurchaseAlone() {
    paid(LocalDate.of(2024, 1, 10), 10);
    ordered(LocalDate.of(2024, 3, 10), 5);
    paid(LocalDate.of(2024, 5, 10), 20);
    ordered(LocalDate.of(2024, 8, 10), 7);
    months.lost(true);
    assertThat(months.judged(Criterion.RENDERED)).isEqualTo(35);
    assertThat(months.judged(Criterion.AMOUNT)).isEqualTo(30);
  }

  @Test
  void theOrderOfPurchasesDoesNotMatterAndPackedTheyComeBack() {
    var random = new Random(7);
    for (int round = 0; round < 300; round++) {
      var days = new ArrayList<LocalDate>();
      int since = random.nextInt(1500);
      for (int i = random.nextInt(30); i >= 0; i--) {
        days.add(DAY.minusDays(since + random.nextInt(1000)));
      }
      Collections.sort(days);
      var told = figures(days);
      Collections.shuffle(days, random);
      assertThat(figures(days)).as("%s", days).isEqualTo(told);
    }
  }

  private List<Object> figures(List<LocalDate> days) {
    months.of(1);
    days.forEach(day -> paid(day, day.toEpochDay()));
    var ranking = new Ranking(DAY, "EUR", Instant.EPOCH);
    ranking.add(months.lost(true));
    var found = figures(months);
    ranking.each(packed -> assertThat(figures(packed)).isEqualTo(found));
    return found;
  }

  private static List<Object> figures(Months of) {
    var found = new ArrayList<Object>(List.of(of.lost, of.judged(Criterion.AMOUNT)));
    for (int month = 0; month < 12; month++) {
      found.add(of.judged(Criterion.AMOUNT, month));
      found.add(of.judged(Criterion.UNITS, month));
    }
    return found;
  }
}
