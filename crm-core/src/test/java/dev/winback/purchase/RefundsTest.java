package dev.winback.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.customer.RunBack;
import dev.winback.shared.Tally;
import dev.winback.testing.CoreTest;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** I11: refunds never exceed what was paid; I9: the order in which they arrive means nothing. */
@CoreTest
class RefundsTest {

  @Autowired Purchases purchases;
  @Autowired Refunds refunds;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  @Test
  void aRefundThatNamesItsPurchaseLowersIt() {
    buy("1", "A", "2026-03-01", "100.00");
    back("1", "R", "2026-03-05", "30.00", "A");
    assertThat(state()).containsExactly("A 30.00 counting");
    back("1", "R2", "2026-03-06", "70.00", "A");
    assertThat(state()).containsExactly("A 100.00 void");
  }

  @Test
  void aRefundWaitsForItsPurchase() {
    back("1", "R", "2026-03-05", "30.00", "A");
    assertThat(rest()).containsExactly("R 30.00");
    buy("1", "A", "2026-03-01", "100.00");
    assertThat(state()).containsExactly("A 30.00 counting");
    assertThat(rest()).containsExactly("R 0.00");
  }

  @Test
  void withoutANumberTheLatestOfExactlyThisAmountBearsIt() {
    buy("1", "A", "2026-03-01", "30.00");
    buy("1", "B", "2026-03-02", "30.00");
    buy("1", "C", "2026-03-03", "99.00");
    buy("1", "D", "2026-03-09", "30.00");
    back("1", "R", "2026-03-05", "30.00", null);
    assertThat(state())
        .containsExactly("A 0.00 counting", "B 30.00 void", "C 0.00 counting", "D 0.00 counting");
  }

  @Test
  void elseTheLatestWithEnoughLeft() {
    buy("1", "A", "2026-03-01", "99.00");
    buy("1", "B", "2026-03-02", "20.00");
    back("1", "R", "2026-03-05", "30.00", null);
    assertThat(state()).containsExactly("A 30.00 counting", "B 0.00 counting");
  }

  @Test
  void elseItIsSpreadBackwardsAndTheRestStaysWithoutAPurchase() {
    buy("1", "A", "2026-03-01", "10.00");
    buy("1", "B", "2026-03-02", "20.00");
    back("1", "R", "2026-03-05", "35.00", null);
    assertThat(state()).containsExactly("A 10.00 void", "B 20.00 void");
    assertThat(rest()).containsExactly("R 5.00");
  }

  @Test
  void whatIsNamedIsTakenBeforeWhatIsSearched() {
    buy("1", "A", "2026-03-01", "30.00");
    buy("1", "B", "2026-03-02", "30.00");
    back("1", "R1", "2026-03-05", "30.00", null);
    assertThat(state()).containsExactly("A 0.00 counting", "B 30.00 void");
    back("1", "R2", "2026-03-06", "30.00", "B");
    assertThat(state()).containsExactly("A 30.00 void", "B 30.00 void");
  }

  @Test
  void moreRefundsThanMoneyAreCutOff() {
    buy("1", "A", "2026-03-01", "30.00");
    back("1", "R1", "2026-03-05", "20.00", "A");
    back("1", "R2", "2026-03-06", "20.00", "A");
    assertThat(state()).containsExactly("A 30.00 void");
    assertThat(rest()).containsExactly("R1 0.00", "R2 10.00");
  }

  @Test
  void neitherAnotherCurrencyNorAnUnpaidNorALaterPurchaseBearsIt() {
    purchases.record(List.of(Purchase.paid("1", "shop", "A", at("2026-03-01"), eur("50"), "USD")));
    buy("1", "B", "2026-03-06", "50.00");
    back("1", "R", "2026-03-05", "50.00", null);
    assertThat(state()).containsExactly("A 0.00 counting", "B 0.00 counting");
    assertThat(rest()).containsExactly("R 50.00");
  }

  @Test
  void aPurchaseThatMovesToAnotherCustomerKeepsItsRefund() {
    buy("1", "A", "2026-03-01", "30.00");
    back("1", "R", "2026-03-05", "30.00", "A");
    buy("2", "A", "2026-03-01", "30.00");
    assertThat(state()).containsExactly("A 30.00 void");
    assertThat(
            jdbc.sql("select ref from refund_part r join customer c on c.id = r.customer_id")
                .query(String.class)
                .list())
        .containsExactly("2");
  }

  @Test
  void aCorrectedOrRemovedRefundGivesThePurchaseBack() {
    buy("1", "A", "2026-03-01", "30.00");
    buy("2", "B", "2026-03-01", "30.00");
    back("1", "R", "2026-03-05", "30.00", "A");
    back("1", "R", "2026-03-05", "10.00", "B");
    assertThat(state()).containsExactly("A 0.00 counting", "B 10.00 counting");
    jdbc.sql("update refund set import_id = 7").update();
    assertThat(takeBack(7)).isEqualTo(1);
    assertThat(state()).containsExactly("A 0.00 counting", "B 0.00 counting");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theOrderOfArrivalMeansNothing(long seed) {
    var facts = facts(new Random(seed));
    facts.forEach(Runnable::run);
    var expected = books();
    jdbc.sql("truncate purchase, refund, refund_part, fact_history").update();
    Collections.shuffle(facts, new Random(seed + 100));
    facts.forEach(Runnable::run);
    assertThat(books()).isEqualTo(expected);
    var whole = "sum of what purchases bear plus what is left = sum of refunds (I11)";
    assertThat(
            jdbc.sql(
                    "select (select sum(refund_facts) from purchase)"
                        + " = (select coalesce(sum(amount), 0) from refund_part)"
                        + " and not exists (select from purchase where refund_facts > amount)")
                .query(Boolean.class)
                .single())
        .as(whole)
        .isTrue();
  }

  private List<Runnable> facts(Random random) {
    var facts = new ArrayList<Runnable>();
    for (int i = 0; i < 12; i++) {
      var customer = String.valueOf(random.nextInt(3));
      var id = "P" + i;
      var day = "2026-03-%02d".formatted(1 + random.nextInt(20));
      var amount = (1 + random.nextInt(4)) + "0.00";
      facts.add(() -> buy(customer, id, day, amount));
    }
    for (int i = 0; i < 9; i++) {
      var customer = String.valueOf(random.nextInt(3));
      var id = "R" + i;
      var day = "2026-03-%02d".formatted(1 + random.nextInt(28));
      var amount = (1 + random.nextInt(7)) + "0.00";
      var purchase = random.nextBoolean() ? null : "P" + random.nextInt(12);
      facts.add(() -> back(customer, id, day, amount, purchase));
    }
    return facts;
  }

  private List<String> books() {
    return jdbc.sql(
            """
            select p.external_id || ' ' || p.refunded || ' ' || coalesce(string_agg(r.external_id || '=' || x.amount, ','
                     order by r.external_id), '') as line
            from purchase p
            left join refund_part x on x.purchase_id = p.id and x.customer_id = p.customer_id
            left join refund r on r.id = x.refund_id
            group by p.external_id, p.refunded
            order by 1
            """)
        .query(String.class)
        .list();
  }

  private long takeBack(long run) {
    return transaction.execute(
        status -> refunds.intake().takeBack(new RunBack(run), 0, Long.MAX_VALUE));
  }

  private void buy(String customer, String id, String day, String amount) {
    purchases.record(List.of(Purchase.paid(customer, "shop", id, at(day), eur(amount), "EUR")));
  }

  private void back(
      String customer, String id, String day, String amount, @Nullable String purchase) {
    var refund =
        new Refund(
            1, customer, "shop", id, at(day), eur(amount), null, purchase, null, null, 0b111);
    assertThat(refunds.record(List.of(refund))).isNotEqualTo(Tally.NONE);
    assertThat(refunds.record(List.of(refund))).isEqualTo(new Tally(0, 0, 1));
  }

  private static Instant at(String day) {
    return Instant.parse(day + "T10:00:00Z");
  }

  private static BigDecimal eur(String amount) {
    return new BigDecimal(amount);
  }

  private List<String> state() {
    return jdbc.sql(
            """
            select external_id || ' ' || refunded || case when counting then ' counting' else ' void' end
            from purchase order by external_id
            """)
        .query(String.class)
        .list();
  }

  private List<String> rest() {
    return jdbc.sql(
            """
            select r.external_id || ' ' || (r.amount - coalesce((select sum(x.amount) from refund_part x
                                                            where x.refund_id = r.id), 0))
            from refund r order by r.external_id
            """)
        .query(String.class)
        .list();
  }
}
