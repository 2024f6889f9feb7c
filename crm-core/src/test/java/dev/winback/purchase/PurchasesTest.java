package dev.winback.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.customer.Customers;
import dev.winback.shared.Tally;
import dev.winback.testing.CoreTest;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** Late corrections and idempotence of purchases (rules.md, "late correction"). */
@CoreTest
@RecordApplicationEvents
class PurchasesTest {

  @Autowired Purchases purchases;
  @Autowired Customers customers;
  @Autowired JdbcClient jdbc;
  @Autowired ApplicationEvents events;

  private static Purchase paid(String customer, String id, String day, String amount) {
    return Purchase.paid(
        customer, "shop", id, Instant.parse(day + "T10:00:00Z"), new BigDecimal(amount), "EUR");
  }

  @Test
  void thePurchaseOfAnUnknownCustomerCreatesHimWithHisNumberOnly() {
    var tally = purchases.record(List.of(paid("00017", "A", "2026-03-01", "12.34")));
    assertThat(tally).isEqualTo(new Tally(1, 0, 0));
    assertThat(jdbc.sql("select ref, display_name, email from customer").query().singleRow())
        .containsEntry("ref", "00017")
        .containsEntry("display_name", "00017")
        .containsEntry("email", null);
    assertThat(events.stream(PurchasesRecorded.class))
        .containsExactly(new PurchasesRecorded(Set.of(customers.require("00017"))));
  }

  @Test
  void theSamePurchaseTwiceChangesNothingAndTellsNobody() {
    var batch =
        List.of(paid("1", "A", "2026-03-01", "12.34"), paid("2", "B", "2026-03-02", "0.00"));
    purchases.record(batch);
    events.clear();
    assertThat(purchases.record(batch)).isEqualTo(new Tally(0, 0, 2));
    assertThat(count("purchase")).isEqualTo(2);
    assertThat(count("fact_history")).isZero();
    assertThat(events.stream(PurchasesRecorded.class)).isEmpty();
  }

  @Test
  void anotherContentForTheSameIdCorrectsThePurchaseAndKeepsWhatItWas() {
    purchases.record(List.of(paid("1", "A", "2026-03-01", "12.34")));
    assertThat(purchases.record(List.of(paid("1", "A", "2026-03-01", "99999999999.99"))))
        .isEqualTo(new Tally(0, 1, 0));
    assertThat(jdbc.sql("select amount from purchase").query(BigDecimal.class).single())
        .isEqualByComparingTo("99999999999.99");
    assertThat(
            jdbc.sql("select (was ->> 'amount')::numeric from fact_history")
                .query(BigDecimal.class)
                .single())
        .isEqualByComparingTo("12.34");
  }

  @Test
  void aPurchaseThatMovesToAnotherCustomerTouchesBoth() {
    purchases.record(List.of(paid("1", "A", "2026-03-01", "12.34")));
    events.clear();
    purchases.record(List.of(paid("2", "A", "2026-03-01", "12.34")));
    assertThat(events.stream(PurchasesRecorded.class))
        .containsExactly(
            new PurchasesRecorded(Set.of(customers.require("1"), customers.require("2"))));
  }

  @Test
  void aFieldThatIsNotSaidStaysAsItIs() {
    var whole =
        new Purchase(
            0,
            "1",
            "shop",
            "A",
            Instant.parse("2026-03-01T10:00:00Z"),
            new BigDecimal("12.34"),
            "USD",
            new BigDecimal("-3.10"),
            Purchase.Status.PENDING,
            null,
            2,
            "tea",
            "ABCDEFGHJK",
            null,
            null,
            Set.of(Purchase.Field.values()));
    purchases.record(List.of(whole));
    var bare =
        new Purchase(
            0,
            "1",
            "shop",
            "A",
            whole.time(),
            whole.amount(),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            Set.of());
    assertThat(purchases.record(List.of(bare))).isEqualTo(new Tally(0, 0, 1));
    assertThat(jdbc.sql("select margin from purchase").query(BigDecimal.class).single())
        .isEqualByComparingTo("-3.10");
  }

  @Test
  void purchasesStreamInTheOrderOfCustomersAndTime() {
    purchases.record(
        List.of(
            paid("b", "1", "2026-03-05", "5.00"),
            paid("a", "2", "2026-03-04", "4.00"),
            paid("b", "3", "2026-03-03", "1234567.89"),
            paid("c", "4", "2026-03-01", "0.00")));
    var seen = new ArrayList<String>();
    var range = purchases.slices(100).get(0);
    purchases.stream(
        range.from(),
        range.until(),
        row ->
            seen.add(
                String.join(
                    " ",
                    row.customer() + "",
                    row.at() + "",
                    row.net() + "",
                    row.currency(),
                    row.counting() + "")));
    assertThat(seen)
        .containsExactly(
            id("a") + " 2026-03-04T10:00:00Z 400 EUR true",
            id("b") + " 2026-03-03T10:00:00Z 123456789 EUR true",
            id("b") + " 2026-03-05T10:00:00Z 500 EUR true",
            id("c") + " 2026-03-01T10:00:00Z 0 EUR true");
  }

  @Test
  void aStreamTellsWhatIsLeftOfMarginAndUnitsAndWhatIsNotPaidYet() {
    purchases.record(List.of(paid("a", "1", "2026-03-04", "4.00"), pending("a", "2026-03-05")));
    jdbc.sql(
            """
            update purchase set margin = -1.25, units = 7, currency = 'USD', refund_told = 1.5 where status = 'paid'
            """)
        .update();
    var seen = new ArrayList<List<Object>>();
    purchases.stream(
        Set.of(customers.require("a")),
        row ->
            seen.add(
                List.of(
                    row.net(),
                    row.margin(),
                    row.units(),
                    row.currency(),
                    row.counting(),
                    row.pending())));
    assertThat(seen)
        .containsExactly(
            List.of(250L, -78L, 4, "USD", true, false),
            List.of(900L, PurchaseRow.UNKNOWN, 0, "EUR", false, true));
  }

  private static Purchase pending(String customer, String day) {
    var paid = paid(customer, "pending", day, "9.00");
    return new Purchase(
        0,
        customer,
        paid.source(),
        paid.externalId(),
        paid.time(),
        paid.amount(),
        "EUR",
        null,
        Purchase.Status.PENDING,
        null,
        null,
        null,
        null,
        null,
        null,
        Set.of(Purchase.Field.STATUS));
  }

  @Test
  void aStreamOfChosenCustomersHasOnlyThem() {
    purchases.record(
        List.of(paid("a", "1", "2026-03-05", "5.00"), paid("b", "2", "2026-03-04", "4.00")));
    var seen = new ArrayList<Long>();
    purchases.stream(Set.of(customers.require("b")), row -> seen.add(row.customer()));
    assertThat(seen).containsExactly(customers.require("b").value());
    purchases.stream(Set.of(), row -> seen.add(row.customer()));
    assertThat(seen).hasSize(1);
  }

  @Test
  void customersAreCutIntoRangesOfTheGivenSize() {
    purchases.record(
        List.of(
            paid("a", "1", "2026-03-05", "5.00"),
            paid("b", "2", "2026-03-04", "4.00"),
            paid("c", "3", "2026-03-04", "4.00")));
    assertThat(purchases.slices(2)).hasSize(2);
    assertThat(purchases.slices(3)).hasSize(1);
  }

  private long id(String ref) {
    return customers.require(ref).value();
  }

  private long count(String table) {
    return jdbc.sql("select count(*) from " + table).query(Long.class).single();
  }
}
