package dev.winback.category;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.customer.CustomerId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * DEC-01, rules.md "Categories": A to 80 % of the cumulative sum of twelve months, B to 95 %, C the
 * rest, D negative margin; whoever crosses a limit is still in front of it.
 */
class AbcTest extends CategoryStories {

  private static final LocalDate MAY = LocalDate.of(2026, 5, 10);

  private List<CustomerId> firm(String... amounts) {
    var customers = new ArrayList<CustomerId>();
    for (var amount : amounts) {
      var customer = customer("K-" + customers.size());
      pays(customer, MAY, amount);
      customers.add(customer);
    }
    return customers;
  }

  private String letters(List<CustomerId> customers) {
    var letters = new StringBuilder();
    customers.forEach(c -> letters.append(category(c).abc()));
    return letters.toString();
  }

  @Test
  void whoReachesExactlyEightyPercentIsTheLastA() {
    var firm = firm("50", "30", "15", "5");
    night();
    assertThat(letters(firm)).isEqualTo("AABC");
  }

  @Test
  void aCentLessThanEightyPercentMakesTheNextOneAToo() {
    var firm = firm("50", "29.99", "15.01", "5");
    night();
    assertThat(letters(firm)).isEqualTo("AAAC");
  }

  @Test
  void whoCrossesTheLimitIsStillInFrontSoThatTheGreatestIsAlwaysA() {
    var firm = firm("90", "7", "3");
    night();
    assertThat(letters(firm)).isEqualTo("ABC");
  }

  @Test
  void ofEqualValuesTheSmallerKeyGoesFirst() {
    var firm = firm("20", "20", "20", "20", "20");
    night();
    assertThat(letters(firm)).isEqualTo("AAAAB");
  }

  @Test
  void theYearEndsWithTheDayOfTheNightAndBeginsTheDayAfterItAYearAgo() {
    var today = customer("today");
    pays(today, DAY, "100");
    var tomorrow = customer("tomorrow");
    pays(tomorrow, DAY.plusDays(1), "100");
    var first = customer("first");
    pays(first, DAY.minusYears(1).plusDays(1), "100");
    var before = customer("before");
    pays(before, DAY.minusYears(1), "100");
    night();
    assertThat(category(today).value()).isEqualByComparingTo("100");
    assertThat(category(tomorrow)).isNull();
    assertThat(category(first).value()).isEqualByComparingTo("100");
    assertThat(category(before).value()).isEqualByComparingTo("0");
    assertThat(cell(before)).isEqualTo("CZ");
  }

  @Test
  void whoNeverBoughtHasNoCategoryAndWhoBoughtLongAgoIsC() {
    var never = customer("never");
    var old = customer("old");
    pays(old, DAY.minusYears(3), "100");
    night();
    assertThat(category(never)).isNull();
    assertThat(cell(old)).isEqualTo("CZ");
    assertThat(category(old).group()).isEqualTo(PriorityGroup.LET_GO);
  }

  @Test
  void aNegativeMarginOfTheYearIsDAndKeepsItsPlaceInTheOrder() {
    var loss = customer("loss");
    buys(loss, MAY, "80", "EUR", "paid", "1.00", null);
    buys(loss, MAY, "0.01", "EUR", "paid", "-1.01", null);
    var even = customer("even");
    buys(even, MAY, "15", "EUR", "paid", "-1", null);
    buys(even, MAY, "1", "EUR", "paid", "1", null);
    buys(even, DAY.minusYears(1), "1", "EUR", "paid", "-50", null);
    var small = customer("small");
    pays(small, MAY, "4");
    night();
    assertThat(category(loss).abc()).isEqualTo(Abc.D);
    assertThat(category(even).abc()).as("a margin of nought is none below it").isEqualTo(Abc.B);
    assertThat(category(small).abc()).isEqualTo(Abc.C);
  }

  @Test
  void whatWasRefundedOrIsNotPaidIsNoRevenue() {
    var firm = firm("100", "100");
    jdbc.sql("update purchase set refund_told = 99 where customer_id = :id")
        .param("id", firm.get(0).value())
        .update();
    buys(firm.get(0), MAY, "500", "EUR", "pending", null, null);
    buys(firm.get(0), MAY, "500", "EUR", "cancelled", null, null);
    night();
    assertThat(category(firm.get(0)).value()).isEqualByComparingTo("1");
    assertThat(letters(firm)).isEqualTo("CA");
  }

  @Test
  void whatWasRefundedTakesItsPartOfMarginAndUnits() {
    var customer = customer("refunded");
    buys(customer, MAY, "1000", "EUR", "paid", "300", 10);
    jdbc.sql("update purchase set refund_told = 900").update();
    settings(by(Criterion.PROFIT));
    night();
    assertThat(category(customer).value()).isEqualByComparingTo("30");
    settings(by(Criterion.UNITS));
    night();
    assertThat(category(customer).value()).isEqualByComparingTo("1");
  }

  @Test
  void moneyInOtherCurrenciesIsCountedApart() {
    var firm = firm("80", "20");
    buys(firm.get(1), MAY, "9999", "USD", "paid", "-9999", null);
    buys(firm.get(1), DAY.minusYears(1), "9999", "USD", "paid", null, null);
    night();
    assertThat(letters(firm)).isEqualTo("AB");
    assertThat(categories.limits())
        .hasValueSatisfying(
            limits -> {
              assertThat(limits.foreignCustomers()).isEqualTo(1);
              assertThat(limits.foreignPurchases()).isEqualTo(1);
              assertThat(limits.total()).isEqualByComparingTo("100");
            });
  }
}
