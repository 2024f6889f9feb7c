package dev.winback.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.customer.CustomerId;
import dev.winback.customer.Customers;
import dev.winback.customer.Merges;
import dev.winback.importing.Loading;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The months of purchases after a night that looks only at changed customers are those that would
 * be made from nothing, whatever changed (MEA-11); a second night writes nothing.
 */
class MonthsAnewTest extends RolledUpHistory {

  @Autowired Customers erasable;
  @Autowired Merges merges;
  @Autowired Loading loading;

  @Test
  void aSecondNightMakesNobodyAnew() {
    assertThat(rollUps.settle(clock.today())).isZero();
  }

  @Test
  void aLatePurchaseChangesItsMonthAndNobodyElse() {
    stories.purchase(customers.get(3), LocalDate.of(2024, 2, 10), "77");
    onlyChanges(customers.get(3));
  }

  @Test
  void aCorrectedPurchaseIsCountedAsItIsNow() {
    var customer = withPurchases(4);
    purchase("amount = amount + 1", customer);
    onlyChanges(customer);
    purchase("purchased_at = purchased_at - interval '40 days'", customer);
    onlyChanges(customer);
    purchase("currency = case currency when 'EUR' then 'USD' else 'EUR' end", customer);
    onlyChanges(customer);
  }

  @Test
  void aRefundAndAStatusCount() {
    var customer = withPurchases(4);
    purchase("refund_told = 0.5", customer);
    onlyChanges(customer);
    purchase("refund_told = amount", customer);
    onlyChanges(customer);
    purchase("refund_told = null, status = 'cancelled'", customer);
    onlyChanges(customer);
  }

  @Test
  void aRunThatIsTakenBackLeavesNothing() {
    var customer = withPurchases(4);
    var before = months();
    var run =
        loading.load(
            """
            purchase,customer,time,amount,status
            late-1,%s,2024-03-05,44,paid
            late-2,N-1,2024-03-06,45,paid
            """
                .formatted(ref(customer)));
    var brought = id("N-1");
    onlyChanges(customer, brought);
    assertThat(months()).containsKey(brought.value());
    loading.takeBack(run);
    onlyChanges(customer, brought);
    assertThat(months()).isEqualTo(before);
  }

  @Test
  void whoIsMergedIsCountedThereAndTakenApartAsBefore() {
    var from = withPurchases(4);
    var to = withPurchases(20);
    var before = months();
    long merge = merges.merge(ref(to), ref(from), Set.of(), boss);
    onlyChanges(from, to);
    assertThat(months()).containsKey(to.value()).doesNotContainKey(from.value());
    merges.part(ref(to), merge, boss);
    onlyChanges(from, to);
    assertThat(months()).isEqualTo(before);
  }

  @Test
  void whoIsErasedKeepsTheMonthsThatAreLeftOfHim() {
    var customer = withPurchases(4);
    erasable.erase(ref(customer), boss);
    rollUps.settle(clock.today());
    asFromNothing();
    assertThat(rollUps.settle(clock.today())).isZero();
  }

  private CustomerId id(String ref) {
    return new CustomerId(
        jdbc.sql("select id from customer where ref = :ref")
            .param("ref", ref)
            .query(Long.class)
            .single());
  }

  private String ref(CustomerId customer) {
    return jdbc.sql("select ref from customer where id = :id")
        .param("id", customer.value())
        .query(String.class)
        .single();
  }

  @Test
  void aLossThatWasNoneMakesARegularAgain() {
    var lapse =
        jdbc.sql(
                "select id from lapse where opened_on < :day and stage <> 'FALSE_ALARM' order by id limit 1")
            .param("day", clock.today().plusDays(1))
            .query(Long.class)
            .single();
    jdbc.sql("update lapse set stage = 'FALSE_ALARM', closed_on = opened_on where id = :id")
        .param("id", lapse)
        .update();
    rollUps.settle(clock.today());
    asFromNothing();
  }

  /** What is bought after the day of the night waits for its own. */
  @Test
  void aPurchaseOfTomorrowCountsTomorrow() {
    stories.purchase(customers.get(5), clock.today().plusDays(1), "12");
    assertThat(rollUps.settle(clock.today())).isZero();
    assertThat(rollUps.settle(clock.today().plusDays(1))).isPositive();
  }

  private CustomerId withPurchases(int from) {
    return customers.subList(from, customers.size()).stream()
        .filter(c -> months().containsKey(c.value()))
        .findFirst()
        .orElseThrow();
  }

  private void purchase(String set, CustomerId customer) {
    jdbc.sql("update purchase set %s where customer_id = :id and id = %s".formatted(set, last()))
        .param("id", customer.value())
        .update();
  }

  private static String last() {
    return "(select max(id) from purchase p where p.customer_id = :id and p.counting)";
  }

  private void onlyChanges(CustomerId... whose) {
    var before = marks();
    assertThat(rollUps.settle(clock.today())).isPositive();
    var after = marks();
    var ids = List.of(whose).stream().map(CustomerId::value).toList();
    after.keySet().removeAll(ids);
    before.keySet().removeAll(ids);
    assertThat(after).isEqualTo(before);
    asFromNothing();
    assertThat(rollUps.settle(clock.today())).isZero();
  }

  private void asFromNothing() {
    var kept = months();
    jdbc.sql("truncate buying_months").update();
    rollUps.settle(clock.today());
    assertThat(months()).isEqualTo(kept).isNotEmpty();
  }

  private Map<Long, String> months() {
    return rows("row(first_month, months, orders, paid, regular, mark)::text");
  }

  /** With where each row lies: one that is written again lies elsewhere. */
  private Map<Long, String> marks() {
    return rows("ctid::text");
  }

  private Map<Long, String> rows(String what) {
    var rows = new java.util.TreeMap<Long, String>();
    jdbc.sql("select customer_id, " + what + " as what from buying_months")
        .query(
            row -> {
              rows.put(row.getLong("customer_id"), row.getString("what"));
            });
    return rows;
  }
}
