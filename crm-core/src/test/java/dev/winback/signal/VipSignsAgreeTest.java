package dev.winback.signal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.category.Categories;
import dev.winback.category.Category;
import dev.winback.customer.CustomerId;
import dev.winback.purchase.CustomerRange;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A firm with VIPs of all sorts: what the night finds at its end is what a customer shows who is
 * folded alone, and what a simulation sees (speed.md, row 3; DET-15, DET-16, DET-19).
 */
@CoreTest
class VipSignsAgreeTest {

  private static final LocalDate DAY = MovableClock.START;

  @Autowired Signals signals;
  @Autowired Fold fold;
  @Autowired Categories categories;
  @Autowired Stories stories;
  @Autowired SaidOfSigns said;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  @BeforeEach
  void aFirm() {
    for (int i = 0; i < 120; i++) {
      stories.aCustomer("V-" + i).neverBought().save();
    }
    jdbc.sql(
            """
            insert into purchase (customer_id, source, external_id, purchased_at, amount, currency, status, margin,
                                  refund_told)
            select c.id, 'random', c.id || '-' || n, timestamptz '2026-06-01 10:00Z' - random() * interval '400 days',
                   (1 + c.id % 7) * round((random() * 90)::numeric, 2), case when random() < 0.95 then 'EUR' else 'USD' end,
                   (array['paid', 'paid', 'paid', 'paid', 'pending', 'cancelled', 'refunded'])[1 + floor(random() * 7)::int],
                   case when random() < 0.8 then round((random() * 20 - 8)::numeric, 2) end,
                   case when random() < 0.1 then 3 end
            from (select setseed(0.42)) seed, customer c, generate_series(1, 1 + c.id::int % 60) n
            """)
        .update();
    for (int i = 0; i < 3; i++) {
      var monthly = stories.aCustomer("M-" + i).neverBought().save();
      for (int month = 0; month < 6; month++) {
        stories.purchase(monthly, DAY.minusMonths(6 - month), month == 5 ? "10.00" : "900.00");
      }
    }
  }

  private List<?> stored() {
    return List.of(
        jdbc.sql("select * from signal order by customer_id, kind").query().listOfRows(),
        jdbc.sql("select * from customer_value order by customer_id").query().listOfRows(),
        jdbc.sql("select * from customer_category order by customer_id").query().listOfRows());
  }

  private Set<CustomerId> everybody() {
    return new HashSet<>(
        jdbc.sql("select id from customer")
            .query((row, n) -> new CustomerId(row.getLong(1)))
            .list());
  }

  private long shown(SignalKind kind) {
    return jdbc.sql("select count(*) from signal where kind = :kind")
        .param("kind", kind.code())
        .query(Long.class)
        .single();
  }

  @Test
  void whoIsFoldedAloneShowsWhatTheNightFound() {
    assertThat(signals.foldAll(DAY)).isPositive();
    for (var kind : SignalKind.values()) {
      assertThat(!kind.ofVips() || shown(kind) > 0).as("%s is seen", kind).isTrue();
    }
    var night = stored();
    for (var customer : everybody()) {
      assertThat(signals.foldCustomers(Set.of(customer), DAY)).as("%s", customer).isZero();
    }
    assertThat(signals.foldCustomers(everybody(), DAY)).isZero();
    assertThat(stored()).isEqualTo(night);
  }

  @Test
  void theSameNightAgainWritesNothing() {
    signals.foldAll(DAY);
    var night = stored();
    assertThat(signals.foldAll(DAY)).isZero();
    assertThat(stored()).isEqualTo(night);
  }

  /** A simulation folds with the judge of everybody, and keeps what it sees to itself. */
  @Test
  void aSimulationSeesTheSameEvidenceAndCategories() {
    signals.foldAll(DAY);
    var seen = transaction.execute(status -> simulated());
    assertThat(said.seen(seen, DAY)).isEqualTo(said.shown());
    var placed = new HashMap<CustomerId, Category>();
    for (var folded : seen) {
      if (folded.history().category() != null) {
        placed.put(new CustomerId(folded.history().customer()), folded.history().category());
      }
    }
    assertThat(placed).isEqualTo(transaction.execute(status -> categories.of(everybody())));
  }

  private List<Folded> simulated() {
    var detection = fold.detection();
    var judged = Judged.by(categories.judge().orElseThrow(), detection, DAY);
    var all = FoldScope.of(new CustomerRange(0, Long.MAX_VALUE));
    return fold.fold(all, DAY, detection, judged);
  }

  @Test
  void aSignGoesWhenThePaymentComesAfterAll() {
    signals.foldAll(DAY);
    var customer =
        new CustomerId(
            jdbc.sql("select min(customer_id) from signal where kind = 'vip-paid-little'")
                .query(Long.class)
                .single());
    assertThat(signals.of(customer)).anyMatch(s -> s.kind() == SignalKind.VIP_PAID_LITTLE);
    stories.purchase(customer, DAY.minusDays(5), "9000.00");
    transaction.executeWithoutResult(status -> signals.foldCustomers(Set.of(customer), DAY));
    assertThat(signals.of(customer)).noneMatch(s -> s.kind() == SignalKind.VIP_PAID_LITTLE);
  }

  @Test
  void theSentencesTellTheFigures() {
    signals.foldAll(DAY);
    for (var kind : List.of("fallen-vip", "vip-paid-little", "margin-squeeze")) {
      var customer =
          new CustomerId(
              jdbc.sql("select min(customer_id) from signal where kind = :kind")
                  .param("kind", kind)
                  .query(Long.class)
                  .single());
      assertThat(signals.of(customer))
          .filteredOn(s -> s.kind().code().equals(kind))
          .singleElement()
          .satisfies(
              s -> {
                assertThat(s.weak()).isTrue();
                assertThat(s.sentence().key()).isEqualTo("signal." + kind);
                assertThat(s.sentence().figures()).contains(java.time.YearMonth.of(2026, 5));
                assertThat(s.since()).isEqualTo(LocalDate.of(2026, 6, 1));
              });
    }
  }
}
