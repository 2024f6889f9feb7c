package dev.winback.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.customer.Merges;
import dev.winback.purchase.Purchase;
import dev.winback.purchase.Purchases;
import dev.winback.shared.Staging;
import dev.winback.testing.CoreTest;
import dev.winback.testing.Stories;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A large file into an empty table goes in by one statement without indexes; what comes of it is
 * what slices would have made of it.
 */
@CoreTest
class FirstLoadTest {

  private static final int ROWS = 12_000;

  @Autowired Loading loading;
  @Autowired JdbcClient jdbc;
  @Autowired Purchases purchases;
  @Autowired Merges merges;
  @Autowired Stories stories;
  @Autowired TransactionTemplate transaction;

  @BeforeEach
  void somebodyIsKnown() {
    loading.load("customer,name\nk-7,Anna Berg\n");
  }

  @Test
  void aFirstLoadMakesTheSameRowsAsSlices() {
    var first = loading.load(file());
    var atOnce = dump();
    jdbc.sql("truncate purchase, customer_value, signal cascade").update();
    // a purchase that is there already sends the file the usual way
    loading.load("customer,purchase,time,amount\nk-7,early,2026-01-01,5\n");
    var second = loading.load(file());
    jdbc.sql("delete from purchase where external_id = 'early'").update();
    assertThat(second.created()).isEqualTo(first.created());
    assertThat(second.rejected()).isEqualTo(first.rejected());
    assertThat(dump()).isEqualTo(atOnce).hasSize(ROWS);
  }

  @Test
  void duplicatesComeBackAndUnknownCustomersAreCreated() {
    var run = loading.load(file());
    assertThat(run)
        .extracting(ImportRun::rows, ImportRun::created, ImportRun::same, ImportRun::rejected)
        .containsExactly(ROWS + 2L, (long) ROWS, 1L, 1L);
    assertThat(loading.problems(run)).containsExactly("2 purchase duplicate");
    assertThat(count("customer")).isEqualTo(900);
    // 18 of them got all their money back
    assertThat(count("customer_value")).isEqualTo(882);
  }

  @Test
  void theSameFileAgainChangesNothing() {
    loading.load(file());
    var before = dump();
    var again = loading.load(file());
    assertThat(again.created() + again.changed()).isZero();
    assertThat(dump()).isEqualTo(before);
  }

  @Test
  void theIndexesAreTheSameAsBefore() {
    var before = indexes();
    loading.load(file());
    assertThat(indexes()).isEqualTo(before).hasSizeGreaterThan(3);
  }

  @Test
  void aDryRunStoresNothingAndCountsTheSame() {
    var tried = loading.tryOut(file());
    assertThat(count("purchase")).isZero();
    assertThat(loading.load(file()).created()).isEqualTo(tried.created());
  }

  @Test
  void whoeverIsMergedAfterTheSettlementIsTheOtherCustomerByThen() {
    loading.load("customer,name\nk-8,Anna Berg\n");
    var call = Staging.ofRun(1_000_000);
    var intake = purchases.intake();
    transaction.executeWithoutResult(tx -> intake.open(call));
    transaction.executeWithoutResult(tx -> intake.stage(call, ofTheOther()));
    transaction.executeWithoutResult(tx -> intake.settle(call));
    merges.merge("k-7", "k-8", Set.of(), stories.manager());
    transaction.executeWithoutResult(tx -> intake.merge(call, 0, null));
    transaction.executeWithoutResult(tx -> intake.drop(call));
    assertThat(
            jdbc.sql(
                    """
                    select distinct c.ref || ' ' || o.ref
                    from purchase p join customer c on c.id = p.customer_id join customer o on o.id = p.origin_id
                    """)
                .query(String.class)
                .list())
        .containsExactly("k-7 k-8");
  }

  private static List<Purchase> ofTheOther() {
    var at = Instant.parse("2026-03-01T10:00:00Z");
    return IntStream.range(0, ROWS)
        .mapToObj(n -> Purchase.paid("k-8", "till", "p-" + n, at, BigDecimal.TEN, "EUR"))
        .toList();
  }

  /** One row is told twice alike, and one twice with another amount. */
  private static String file() {
    var csv =
        new StringBuilder("customer,purchase,time,amount,status\nk-1,p-1,2026-01-01,999,paid\n");
    for (int n = 1; n <= ROWS; n++) {
      csv.append(
          "k-%d,p-%d,2026-0%d-%02d,%d.5,%s%n"
              .formatted(n % 900, n, 1 + n % 4, 1 + n % 28, n, n % 50 == 0 ? "refunded" : "paid"));
    }
    return csv.append("k-2,p-2,2026-03-03,2.5,paid\n").toString();
  }

  private List<String> dump() {
    return jdbc.sql(
            """
            select c.ref || (to_jsonb(p) - '{id,customer_id,import_id,received_at}'::text[])::text
            from purchase p join customer c on c.id = p.customer_id order by p.external_id
            """)
        .query(String.class)
        .list();
  }

  private List<String> indexes() {
    return jdbc.sql(
            """
            select pg_get_indexdef(indexrelid) from pg_index where indrelid = 'purchase'::regclass
            union
            select pg_get_constraintdef(oid) from pg_constraint where conrelid = 'purchase'::regclass
            order by 1
            """)
        .query(String.class)
        .list();
  }

  private long count(String table) {
    return jdbc.sql("select count(*) from " + table).query(Long.class).single();
  }
}
