package dev.winback.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.winback.value.Buying.Spend;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Science.md, "Data per customer" and 9: what the models are told of a customer. */
class PurchaseDaysTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 1, 5);

  private static PurchaseDays bought(Object... daysAndAmounts) {
    var days = new PurchaseDays("EUR");
    for (int i = 0; i < daysAndAmounts.length; i += 2) {
      days.bought(
          FIRST.plusDays((int) daysAndAmounts[i]),
          new BigDecimal((String) daysAndAmounts[i + 1]),
          "EUR");
    }
    return days;
  }

  @Test
  void timesAreWeeksSinceTheFirstPurchase() {
    var buying = bought(0, "10", 7, "20", 21, "40").until(FIRST.plusDays(28));
    assertThat(buying)
        .isEqualTo(new Buying(2, 3, 4, Math.log(1) + Math.log(2), new Spend(2, 30, 10)));
    assertThat(buying.silence()).isEqualTo(1);
  }

  @Test
  void ordersOfOneDayAreOne() {
    var buying = bought(0, "10", 0, "5", 7, "20", 7, "1").until(FIRST.plusDays(7));
    assertThat(buying.repeats()).isEqualTo(1);
    assertThat(buying.spend()).isEqualTo(new Spend(1, 21, 15));
  }

  @Test
  void nothingAfterTheDayCounts() {
    var days = bought(0, "10", 7, "20", 21, "40");
    assertThat(days.until(FIRST)).isEqualTo(new Buying(0, 0, 0, 0, new Spend(0, 0, 10)));
    assertThat(days.until(FIRST.plusDays(6)).repeats()).isZero();
    assertThat(days.until(FIRST.plusDays(7)).repeats()).isEqualTo(1);
    assertThat(days.until(FIRST.plusDays(20)).age()).isCloseTo(20 / 7.0, within(1e-12));
    assertThat(days.boughtBy(FIRST.minusDays(1))).isFalse();
    assertThatThrownBy(() -> days.until(FIRST.minusDays(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** A gift of amount 0 breaks the silence and is no money; so is a day that was refunded. */
  @Test
  void daysWithoutMoneyCountForTimeAlone() {
    var buying = bought(0, "10", 7, "0", 14, "-5", 21, "40").until(FIRST.plusDays(28));
    assertThat(buying.repeats()).isEqualTo(3);
    assertThat(buying.recency()).isEqualTo(3);
    assertThat(buying.spend()).isEqualTo(new Spend(1, 40, 10));
  }

  @Test
  void moneyOfAnotherCurrencyCountsForTimeAlone() {
    var days =
        new PurchaseDays("EUR")
            .bought(FIRST, new BigDecimal("10"), "USD")
            .bought(FIRST.plusDays(7), new BigDecimal("90"), "USD");
    var foreign = days.until(FIRST.plusDays(7));
    assertThat(foreign.repeats()).isEqualTo(1);
    assertThat(foreign.spend()).isEqualTo(Spend.NONE);
    assertThat(foreign.spend().known()).isFalse();
    days.bought(FIRST.plusDays(14), new BigDecimal("7"), "EUR");
    assertThat(days.until(FIRST.plusDays(14)).spend()).isEqualTo(new Spend(1, 7, 0));
  }

  @Test
  void whatCameAfterACutIsTold() {
    var days = bought(0, "10", 7, "20");
    assertThat(days.boughtBetween(FIRST, FIRST.plusDays(6))).isFalse();
    assertThat(days.boughtBetween(FIRST, FIRST.plusDays(7))).isTrue();
    assertThat(days.boughtBetween(FIRST.plusDays(7), FIRST.plusDays(90))).isFalse();
    assertThat(days.firstGap(FIRST.plusDays(6))).isZero();
    assertThat(days.firstGap(FIRST.plusDays(7))).isEqualTo(7);
    assertThat(days.second(FIRST.plusDays(7))).isEqualTo(20);
  }

  @Test
  void whoReturnsHasJustBought() {
    var buying = bought(0, "10", 7, "20").until(FIRST.plusDays(21)).returned();
    assertThat(buying).isEqualTo(new Buying(2, 3, 3, Math.log(2), new Spend(1, 20, 10)));
  }
}
