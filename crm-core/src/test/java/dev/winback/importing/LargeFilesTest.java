package dev.winback.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.customer.LargeBatch;
import dev.winback.customer.Merges;
import dev.winback.purchase.Purchase;
import dev.winback.purchase.Purchases;
import dev.winback.shared.Settled;
import dev.winback.shared.Staging;
import dev.winback.testing.CoreTest;
import dev.winback.testing.Stories;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * I18: a large file, sorted in memory beside the table, makes what its rows make in small files.
 */
@CoreTest
class LargeFilesTest {

  private static final int ROWS = 10_500;
  private static final int PART = 4_000;
  private static final String HEADER =
      "customer,purchase,time,amount,currency,status,updated_at,coupon\n";

  @Autowired Loading loading;
  @Autowired Dump dump;
  @Autowired Purchases purchases;
  @Autowired Merges merges;
  @Autowired Stories stories;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void aLargeFileMakesWhatItsPartsMake(int seed) {
    var first = rows(new Random(seed), 0);
    var second = rows(new Random(seed + 100), 1);
    loadParts(first);
    loadParts(second);
    var parts = dump.everything();
    forgetPurchases();
    assertThat(loading.load(HEADER + String.join("", first)).created()).isPositive();
    var again = loading.load(HEADER + String.join("", second));
    assertThat(again.changed()).isPositive();
    assertThat(again.same()).isGreaterThan(ROWS / 2);
    assertThat(dump.everything()).isEqualTo(parts);
    var once = loading.load(HEADER + String.join("", second));
    assertThat(once.created() + once.changed()).isZero();
    assertThat(dump.everything()).isEqualTo(parts);
  }

  @Test
  void whoeverIsMergedAfterTheSettlementIsTheOtherCustomerByThen() {
    loading.load("customer,name\nk-7,Anna Berg\nk-8,Anna Berg\n");
    var load = new Load("k-8");
    load.settle();
    merges.merge("k-7", "k-8", Set.of(), stories.manager());
    load.store();
    assertThat(buyers()).containsExactly("k-7");
  }

  @Test
  void whoeverIsMergedWhileTheFileIsReadIsTheOtherCustomer() {
    loading.load("customer,name\nk-7,Anna Berg\nk-8,Anna Berg\n");
    var load = new Load("k-8");
    merges.merge("k-7", "k-8", Set.of(), stories.manager());
    load.settle();
    load.store();
    assertThat(buyers()).containsExactly("k-7");
  }

  @Test
  void aNumberThatIsToldWhileTheFileIsReadIsThatOfItsCustomer() {
    loading.load("customer,name\nk-7,Anna Berg\n");
    var load = new Load("other-7");
    loading.load("customer,aliases\nk-7,till=other-7\n");
    load.settle();
    load.store();
    assertThat(buyers()).containsExactly("k-7");
    assertThat(jdbc.sql("select count(*) from customer").query(Long.class).single()).isEqualTo(1);
  }

  @Test
  void aTableThatIsNoLongerEmptyTakesTheRowsTheUsualWay() {
    var load = new Load("k-8");
    load.settle();
    loading.load("customer,purchase,time,amount,source\nk-8,p-1,2026-02-01,5,till\n");
    load.store();
    assertThat(jdbc.sql("select count(*) from purchase").query(Long.class).single())
        .isEqualTo(ROWS);
    assertThat(buyers()).containsExactly("k-8");
  }

  /** Many slices: what is stored with the first one is not stored again with the others. */
  @Test
  void rowsOfManyCustomersThatGoTheUsualWayAreStoredOnce() {
    var load = new Load(ofMany());
    load.settle();
    assertThat(load.settled.slices()).isGreaterThan(1);
    loading.load(
        """
        customer,purchase,time,amount,source
        other,o-1,2026-02-01,5,till
        m-7,p-7,2026-02-01,5,till
        """);
    load.store();
    assertThat(count("purchase")).isEqualTo(ROWS + 1);
    assertThat(count("fact_history")).as("p-7 was corrected once").isOne();
    assertThat(
            jdbc.sql("select amount from purchase where external_id = 'p-7'")
                .query(BigDecimal.class)
                .single())
        .isEqualByComparingTo("10");
  }

  private long count(String table) {
    return jdbc.sql("select count(*) from " + table).query(Long.class).single();
  }

  private static List<Purchase> ofMany() {
    var at = Instant.parse("2026-03-01T10:00:00Z");
    return IntStream.range(0, ROWS)
        .mapToObj(n -> Purchase.paid("m-" + n, "till", "p-" + n, at, BigDecimal.TEN, "EUR"))
        .toList();
  }

  /** Purchases of one customer on the way of a large file, step by step. */
  private final class Load {

    private final Staging staging = Staging.ofRun(1_000_000);
    private final LargeBatch<Purchase> large;
    private Settled settled = new Settled(0, 0, 0, 0);

    Load(String customer) {
      this(of(customer));
    }

    Load(List<Purchase> rows) {
      transaction.executeWithoutResult(tx -> purchases.intake().open(staging));
      large =
          Objects.requireNonNull(
              transaction.execute(tx -> purchases.intake().large(staging, ROWS)));
      transaction.executeWithoutResult(tx -> large.add(rows));
    }

    void settle() {
      settled = Objects.requireNonNull(transaction.execute(tx -> large.settle()));
    }

    void store() {
      for (int i = 0; i < settled.slices(); i++) {
        int slice = i;
        transaction.executeWithoutResult(tx -> store(slice));
      }
      large.close();
      transaction.executeWithoutResult(tx -> purchases.intake().drop(staging));
    }

    private void store(int slice) {
      if (slice == 0) {
        large.store(null, other -> purchases.intake().merge(staging, other, null));
      } else {
        purchases.intake().merge(staging, slice, null);
      }
    }
  }

  private static List<Purchase> of(String customer) {
    var at = Instant.parse("2026-03-01T10:00:00Z");
    return IntStream.range(0, ROWS)
        .mapToObj(n -> Purchase.paid(customer, "till", "p-" + n, at, BigDecimal.TEN, "EUR"))
        .toList();
  }

  private List<String> buyers() {
    return jdbc.sql("select distinct c.ref from purchase p join customer c on c.id = p.customer_id")
        .query(String.class)
        .list();
  }

  private void loadParts(List<String> rows) {
    for (int from = 0; from < rows.size(); from += PART) {
      var part = rows.subList(from, Math.min(rows.size(), from + PART));
      loading.load(HEADER + String.join("", part));
    }
  }

  private void forgetPurchases() {
    jdbc.sql("truncate purchase, fact_history, customer, customer_row cascade").update();
  }

  /** Each own id once; a second telling changes, moves, leaves unsaid or is older. */
  private static List<String> rows(Random random, int telling) {
    var rows = new ArrayList<String>();
    for (int n = 0; n < ROWS; n++) {
      boolean other = telling > 0 && random.nextInt(6) == 0;
      int customer = other && random.nextInt(3) == 0 ? n % 700 + 1 : n % 700;
      var amount = other && random.nextBoolean() ? "%d.5".formatted(n) : String.valueOf(n);
      var currency = other ? List.of("", "EUR", "USD").get(random.nextInt(3)) : "EUR";
      var status = other ? List.of("", "paid", "refunded").get(random.nextInt(3)) : "";
      var updated = other ? List.of("", "2026-01-01", "2026-03-01").get(random.nextInt(3)) : "";
      rows.add(
          "k-%d,p-%d,2026-0%d-%02d,%s,%s,%s,%s,%s%n"
              .formatted(
                  customer,
                  n + (other && random.nextInt(4) == 0 ? ROWS : 0),
                  1 + n % 4,
                  1 + n % 28,
                  amount,
                  currency,
                  status,
                  updated.isEmpty() ? n % 3 == 0 ? "2026-02-01" : "" : updated,
                  n % 40 == 0 ? "SPRING" : ""));
    }
    return rows;
  }
}
