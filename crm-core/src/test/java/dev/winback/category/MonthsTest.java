package dev.winback.category;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.purchase.PurchaseRow;
import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * DEC-01: months by the calendar, and XYZ by the coefficient of variation of twelve of them, X up
 * to 0.5 and Y up to 1.0.
 */
class MonthsTest {

  private static final LocalDate DAY = LocalDate.of(2026, 6, 17);

  private static Months with(long... monthly) {
    var months = new Months(DAY, "EUR").of(1);
    for (int i = 0; i < monthly.length; i++) {
      paid(months, Months.begin(DAY, i), monthly[i]);
    }
    return months;
  }

  private static void paid(Months months, LocalDate on, long cents) {
    months.add(on, cents, PurchaseRow.UNKNOWN, 0, true, false, true);
  }

  private static Xyz xyz(long... monthly) {
    return Variation.of(with(monthly), Criterion.AMOUNT).xyz(CategorySettings.DEFAULT);
  }

  @Test
  void everyMonthAlikeIsX() {
    var even = new long[12];
    Arrays.fill(even, 12_345);
    assertThat(xyz(even)).isEqualTo(Xyz.X);
  }

  /** Six months of 150 and six of 50: the deviation is 50 of 100. */
  @ParameterizedTest
  @CsvSource({"150, 50, X", "151, 50, Y", "150, 49, Y", "149, 50, X"})
  void theCoefficientOfOneHalfIsTheLastX(long more, long less, Xyz expected) {
    assertThat(xyz(more, less, more, less, more, less, more, less, more, less, more, less))
        .isEqualTo(expected);
  }

  /** Six months of something and six of nothing: the deviation is the mean. */
  @Test
  void theCoefficientOfOneIsTheLastY() {
    assertThat(xyz(7, 0, 7, 0, 7, 0, 7, 0, 7, 0, 7, 0)).isEqualTo(Xyz.Y);
    assertThat(xyz(7, 0, 7, 0, 7, 0, 7, 0, 7, 0, 8, 0)).isEqualTo(Xyz.Z);
    assertThat(xyz(7, 1, 7, 0, 7, 0, 7, 0, 7, 0, 7, 0)).isEqualTo(Xyz.Y);
  }

  /** The squares of such sums fit into no long. */
  @Test
  void theLimitHoldsForAMillionAMonthToTheCent() {
    long half = 50_000_000_000_000L;
    assertThat(
            xyz(
                3 * half, half, 3 * half, half, 3 * half, half, 3 * half, half, 3 * half, half,
                3 * half, half))
        .isEqualTo(Xyz.X);
    assertThat(
            xyz(
                3 * half + 1,
                half,
                3 * half,
                half,
                3 * half,
                half,
                3 * half,
                half,
                3 * half,
                half,
                3 * half,
                half))
        .isEqualTo(Xyz.Y);
  }

  @Test
  void whoBroughtNothingComesByChance() {
    assertThat(xyz()).isEqualTo(Xyz.Z);
    assertThat(xyz(0, 0, 0)).isEqualTo(Xyz.Z);
  }

  @Test
  void theRunningMonthIsNoMonthYet() {
    var even = new long[13];
    Arrays.fill(even, 100);
    even[12] = 99_999;
    assertThat(xyz(even)).isEqualTo(Xyz.X);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-06-17, 2025-06-17, 0", "2026-06-17, 2025-06-18, 1", "2026-05-31, 2025-05-31, 0",
    "2026-05-31, 2025-06-01, 2", "2028-02-29, 2027-02-28, 0", "2028-02-29, 2027-03-01, 2",
    "2026-02-28, 2025-02-28, 0", "2029-02-28, 2028-02-29, 1", "2026-01-01, 2025-12-31, 12",
    "2026-01-01, 2026-01-01, 13"
  })
  void theYearBeginsTheDayAfterTheSameDayAYearAgo(LocalDate day, LocalDate on, int cell) {
    var months = new Months(day, "EUR").of(1);
    paid(months, on, 5);
    assertThat(months.paid[cell]).isEqualTo(5);
    assertThat(months.year(Criterion.AMOUNT)).isEqualTo(cell == 0 ? 0 : 5);
  }

  @Test
  void theFirstMonthIsWholeWhereverTheYearBegins() {
    var months = new Months(DAY, "EUR").of(1);
    paid(months, LocalDate.of(2025, 6, 1), 1);
    paid(months, LocalDate.of(2025, 6, 30), 2);
    paid(months, LocalDate.of(2025, 5, 31), 4);
    assertThat(months.month(Criterion.AMOUNT, 0)).isEqualTo(3);
    assertThat(months.year(Criterion.AMOUNT)).isEqualTo(2);
  }

  @Test
  void theOrderOfPurchasesDoesNotMatter() {
    var one = new Months(DAY, "EUR").of(1);
    var other = new Months(DAY, "EUR").of(1);
    for (int i = 0; i < 20; i++) {
      paid(one, DAY.minusDays(30L * i), i);
      paid(other, DAY.minusDays(30L * (19 - i)), 19 - i);
    }
    assertThat(one.paid).isEqualTo(other.paid);
    assertThat(one.first).isEqualTo(other.first);
  }
}
