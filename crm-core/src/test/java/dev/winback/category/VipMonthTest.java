package dev.winback.category;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** DEC-03, MEA-12: 20 % of the number of a month's payers are its VIPs. */
class VipMonthTest extends CategoryStories {

  private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);

  /** The golden case: 65 payers, 100 bills, 120,000 of 150,000 paid. */
  @Test
  void ofSixtyFivePayersThirteenAreVipsWithFourFifthsOfThePayments() {
    sixtyFive(30_000);
    assertThat(month("payers")).isEqualTo(65);
    assertThat(month("vips")).isEqualTo(13);
    assertThat(month("bills")).isEqualTo(100);
    assertThat(month("paid")).isEqualTo(150_000);
    assertThat(month("vip_paid")).isEqualTo(120_000);
    assertThat(vips(JANUARY)).hasSize(13).contains("P-0", "P-12").doesNotContain("P-13");
  }

  /** The golden case of services: 160,000 of 180,000 rendered, by who pays for them later. */
  @Test
  void byServicesTheThirteenTakeEightNinths() {
    settings(by(Criterion.RENDERED));
    sixtyFive(20_000);
    assertThat(month("payers")).isEqualTo(65);
    assertThat(month("vips")).isEqualTo(13);
    assertThat(month("used")).isEqualTo(180_000);
    assertThat(month("vip_used")).isEqualTo(160_000);
    assertThat(month("vip_paid")).isEqualTo(120_000);
  }

  /** Thirteen pay 120,000 and use 160,000, the others pay and use this; 35 have two bills. */
  private void sixtyFive(int others) {
    for (int i = 0; i < 65; i++) {
      var payer = customer("P-" + i);
      var amount = i < 13 ? share(120_000, 13, i) : share(others, 52, i - 13);
      pays(payer, JANUARY.plusDays(i % 28), amount);
      if (i < 35) {
        pays(payer, JANUARY.plusDays(2), "0.01");
      }
      if (i < 13) {
        buys(payer, JANUARY.plusDays(5), share(40_000, 13, i), "EUR", "pending", null, null);
      }
    }
    night(LocalDate.of(2026, 2, 3));
  }

  private static String share(int sum, int of, int i) {
    int each = sum / of;
    return "" + (i == 0 ? sum - each * (of - 1) : each);
  }

  private long month(String column) {
    return jdbc.sql("select round(" + column + ") from vip_month where month = :m")
        .param("m", JANUARY)
        .query(Long.class)
        .single();
  }

  /** Decision 14: half up, at least one. */
  @ParameterizedTest
  @CsvSource({"1, 1", "2, 1", "3, 1", "7, 1", "8, 2", "12, 2", "13, 3", "65, 13", "0, 0"})
  void theNumberIsRoundedHalfUpAndIsAtLeastOne(int payers, int vips) {
    assertThat(Order.ofNumber(payers, 2_000)).isEqualTo(vips);
  }

  @Test
  void ofEqualPaymentsTheSmallerKeyIsTheVip() {
    for (int i = 0; i < 8; i++) {
      pays(customer("K-" + i), JANUARY, "10");
    }
    night(LocalDate.of(2026, 2, 1));
    assertThat(vips(JANUARY)).containsExactly("K-0", "K-1");
  }

  @Test
  void whoPaidNothingIsNoPayerWhateverElseHeGot() {
    var payer = customer("payer");
    pays(payer, JANUARY, "1");
    var gift = customer("gift");
    pays(gift, JANUARY, "0");
    var later = customer("later");
    buys(later, JANUARY, "99", "EUR", "pending", null, null);
    var dollars = customer("dollars");
    buys(dollars, JANUARY, "99", "USD", "paid", null, null);
    night(LocalDate.of(2026, 2, 1));
    assertThat(vips(JANUARY)).containsExactly("payer");
    assertThat(month("payers")).isEqualTo(1);
  }

  @Test
  void theRunningMonthIsAPreviewUntilItIsOver() {
    var early = customer("early");
    var late = customer("late");
    pays(early, LocalDate.of(2026, 5, 2), "10");
    night(LocalDate.of(2026, 5, 20));
    assertThat(vips(LocalDate.of(2026, 5, 1))).containsExactly("early");
    assertThat(complete(5)).isFalse();
    assertThat(list()).as("no complete month yet").isEmpty();
    pays(late, LocalDate.of(2026, 5, 31), "50");
    night(LocalDate.of(2026, 5, 31));
    assertThat(complete(5)).as("the day is not over").isFalse();
    night(LocalDate.of(2026, 6, 1));
    assertThat(complete(5)).isTrue();
    assertThat(vips(LocalDate.of(2026, 5, 1))).containsExactly("late");
    assertThat(list()).containsExactly("late");
  }

  private boolean complete(int month) {
    return jdbc.sql("select complete from vip_month where month = :m")
        .param("m", LocalDate.of(2026, month, 1))
        .query(Boolean.class)
        .single();
  }

  /** DEC-06: lists by payments and by services differ. */
  @Test
  void theCriterionDecidesWhoIsAVip() {
    var pays = customer("pays");
    var uses = customer("uses");
    var often = customer("often");
    var units = customer("units");
    var profit = customer("profit");
    buys(pays, JANUARY, "100", "EUR", "paid", "1", 1);
    buys(uses, JANUARY, "40", "EUR", "paid", "2", 1);
    buys(uses, JANUARY, "90", "EUR", "pending", "70", 9);
    for (int i = 0; i < 3; i++) {
      buys(often, JANUARY, "5", "EUR", "paid", null, 1);
    }
    buys(units, JANUARY, "7", "EUR", "paid", null, 400);
    buys(profit, JANUARY, "60", "EUR", "paid", "59", 1);
    var expected =
        List.of(
            List.of(Criterion.AMOUNT, "pays"),
            List.of(Criterion.RENDERED, "uses"),
            List.of(Criterion.PURCHASES, "often"),
            List.of(Criterion.UNITS, "units"),
            List.of(Criterion.PROFIT, "profit"));
    for (var pair : expected) {
      settings(by((Criterion) pair.get(0)));
      night(LocalDate.of(2026, 2, 1));
      assertThat(vips(JANUARY)).as("%s", pair.get(0)).containsExactly((String) pair.get(1));
      assertThat(list()).as("%s", pair.get(0)).containsExactly((String) pair.get(1));
    }
  }
}
