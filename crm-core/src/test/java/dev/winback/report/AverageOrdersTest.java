package dev.winback.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.customer.CustomerId;
import dev.winback.customer.Customers;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * MEA-11: the average order of regulars over time, over a generated history and counted once more
 * purchase by purchase; each number as long as its list.
 */
class AverageOrdersTest extends RolledUpHistory {

  @Autowired AverageOrders orders;
  @Autowired Customers erasures;

  private record Bought(long customer, LocalDate day, boolean order, BigDecimal paid) {}

  @Test
  void everyMonthIsWhatThePurchasesSayAndAsLongAsItsList() {
    for (var look : looks()) {
      var histories = histories(look);
      long regulars = 0;
      for (var month : orders.months(new MonthSpan("2024-01", null), look.actor())) {
        agrees(month, month.regulars(), histories, true, look.actor());
        agrees(month, month.others(), histories, false, look.actor());
        regulars += month.regulars().buyers();
      }
      assertThat(regulars).isPositive();
    }
  }

  private TreeMap<Long, List<Bought>> histories(Look look) {
    var histories = new TreeMap<Long, List<Bought>>();
    jdbc.sql(
            """
            select customer_id as customer, cast(purchased_at at time zone :zone as date) as day,
                   amount > 0 and currency = 'EUR' as "order", case when currency = 'EUR' then amount - refunded else 0 end as paid
              from purchase where counting and %s order by purchased_at
            """
                .formatted(look.customers()))
        .param("zone", business.getZone().getId())
        .query(Bought.class)
        .list()
        .forEach(
            bought ->
                histories.computeIfAbsent(bought.customer(), c -> new ArrayList<>()).add(bought));
    return histories;
  }

  private void agrees(
      OrderMonth month,
      OrderMonth.Orders told,
      TreeMap<Long, List<Bought>> histories,
      boolean regulars,
      Actor actor) {
    var first = month.month();
    var mine =
        histories.values().stream()
            .filter(history -> regular(history, first) == regulars)
            .flatMap(List::stream)
            .filter(b -> b.day().withDayOfMonth(1).equals(first) && b.order())
            .toList();
    var paid = mine.stream().map(Bought::paid).reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(told.orders()).as("%s %s", first, regulars).isEqualTo(mine.size());
    assertThat(told.paid()).isEqualByComparingTo(paid);
    long buyers = mine.stream().map(Bought::customer).distinct().count();
    assertThat(told.buyers()).isEqualTo(buyers);
    var names = new OrderNames(first.toString().substring(0, 7), regulars ? "regulars" : "others");
    var rows = orders.names(names, null, 100, actor).items();
    assertThat(rows).hasSize((int) buyers);
    assertThat(orders.count(names, actor)).isEqualTo(buyers);
    assertThat(rows.stream().mapToLong(Buyer::orders).sum()).isEqualTo(mine.size());
    assertThat(rows.stream().map(Buyer::paid).reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo(paid);
  }

  /** The first night is in the running month, so every loss here is 180 days of silence. */
  private static boolean regular(List<Bought> history, LocalDate first) {
    var days = new TreeSet<LocalDate>();
    history.stream().map(Bought::day).filter(day -> day.isBefore(first)).forEach(days::add);
    return days.size() >= 3 && days.last().plusDays(180).isAfter(first);
  }

  /** Three days of purchase and less than 180 days of silence on the first of the month. */
  @ParameterizedTest
  @CsvSource({"2025-11-03,true", "2025-11-02,false"})
  void aLossIsTheDayOnWhichTheLimitIsFull(LocalDate last, boolean regular) {
    var customer = threeTimes(last);
    stories.purchase(customer, LocalDate.of(2026, 5, 10), "50");
    rollUps.settle(clock.today());
    assertThat(regularInMay(customer)).isEqualTo(regular);
  }

  @Test
  void twoOfTheLargestOrdersInOneMonthStopNoNight() {
    var customer = threeTimes(LocalDate.of(2026, 4, 30));
    stories.purchase(customer, LocalDate.of(2026, 5, 10), "999999999999.99");
    stories.purchase(customer, LocalDate.of(2026, 5, 11), "999999999999.99");
    rollUps.settle(clock.today());
    assertThat(orders.names(new OrderNames("2026-05", null), null, 100, boss).items())
        .filteredOn(buyer -> buyer.id() == customer.value())
        .singleElement()
        .satisfies(buyer -> assertThat(buyer.paid()).isEqualByComparingTo("1999999999999.98"));
  }

  @Test
  void whoWasErasedStaysANumberWithoutAWayToHim() {
    var customer = threeTimes(LocalDate.of(2026, 4, 30));
    stories.purchase(customer, LocalDate.of(2026, 5, 10), "50");
    rollUps.settle(clock.today());
    erasures.erase("three", boss);
    var names = orders.names(new OrderNames("2026-05", null), null, 100, boss).items();
    assertThat(names).hasSize((int) orders.count(new OrderNames("2026-05", null), boss));
    assertThat(names).filteredOn(Buyer::erased).hasSize(1);
  }

  @Test
  void theThirdDayOfPurchaseMakesARegularOfTheNextMonth() {
    var customer = stories.aCustomer("third").neverBought().save();
    for (var day : new String[] {"2026-03-02", "2026-03-02", "2026-04-02", "2026-05-02"}) {
      stories.purchase(customer, LocalDate.parse(day), "50");
    }
    rollUps.settle(clock.today());
    assertThat(regularInMay(customer)).isFalse();
    stories.purchase(customer, LocalDate.of(2026, 4, 30), "50");
    rollUps.settle(clock.today());
    assertThat(regularInMay(customer)).isTrue();
  }

  /** From the first night on the lapse says who is lost, also after 60 days or after 200. */
  @Test
  void sinceTheFirstNightALapseSaysWhoIsLost() {
    var customer = threeTimes(LocalDate.of(2026, 6, 1));
    clock.setDay(LocalDate.of(2026, 8, 5));
    stories.purchase(customer, LocalDate.of(2026, 8, 3), "50");
    rollUps.settle(clock.today());
    assertThat(regularIn(customer, 2026 * 12 + 7)).isTrue();
    jdbc.sql(
            """
            insert into lapse (customer_id, number, stage, opened_on, opened_by, silent_since, lost_on, value_year, currency, returned_on, credit)
            values (:c, 1, 'RETURNED', '2026-08-01', 'rhythm', '2026-06-01', '2026-08-01', 500, 'EUR', '2026-08-03', 'none')
            """)
        .param("c", customer.value())
        .update();
    rollUps.settle(clock.today());
    assertThat(regularIn(customer, 2026 * 12 + 7)).isFalse();
  }

  private CustomerId threeTimes(LocalDate last) {
    var customer = stories.aCustomer("three").neverBought().save();
    for (int before = 0; before < 3; before++) {
      stories.purchase(customer, last.minusDays(10L * before), "50");
    }
    return customer;
  }

  private boolean regularInMay(CustomerId customer) {
    return regularIn(customer, 2026 * 12 + 4);
  }

  private boolean regularIn(CustomerId customer, int month) {
    return jdbc.sql(
            "select regular[array_position(months, :m)] from buying_months where customer_id = :c")
        .param("m", month)
        .param("c", customer.value())
        .query(Boolean.class)
        .single();
  }

  @Test
  void theAverageIsWhatWasPaidByTheOrders() {
    assertThat(new OrderMonth.Orders(2, 3, new BigDecimal("100")).average())
        .isEqualByComparingTo("33.33");
    assertThat(OrderMonth.Orders.NONE.average()).isNull();
  }

  @Test
  void whatIsNoMonthAndNobodyIsRefused() {
    for (var names :
        new OrderNames[] {
          new OrderNames(null, null), new OrderNames("May", null), new OrderNames("2026-05", "all")
        }) {
      assertThatThrownBy(() -> orders.count(names, boss)).isInstanceOf(Refused.class);
    }
  }
}
