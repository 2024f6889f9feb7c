package dev.winback.signal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.category.Categories;
import dev.winback.customer.CustomerId;
import dev.winback.purchase.CustomerRange;
import dev.winback.testing.MovableClock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The same customer folded alone, by the night and in a simulation gives the same evidence, for
 * every customer of the demo firm (speed.md, row 3). It takes half a minute to load that firm, so
 * it is asked of the one that {@code DemoFirmTest} has loaded.
 */
@Component
public class DemoCustomersAgree {

  private static final LocalDate DAY = MovableClock.START;

  /** Alone every third one in each build, with {@code -Ddemo.every=1} all of them. */
  private static final int EVERY = Integer.getInteger("demo.every", 3);

  private final Signals signals;
  private final Fold fold;
  private final Categories categories;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  DemoCustomersAgree(
      Signals signals,
      Fold fold,
      Categories categories,
      JdbcClient jdbc,
      TransactionTemplate transaction) {
    this.signals = signals;
    this.fold = fold;
    this.categories = categories;
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  private Set<CustomerId> everybody() {
    return new HashSet<>(
        jdbc.sql("select id from customer where id % :every = 0")
            .param("every", EVERY)
            .query((row, n) -> new CustomerId(row.getLong(1)))
            .list());
  }

  private List<List<?>> stored() {
    return List.of(
        jdbc.sql("select * from signal order by customer_id, kind").query().listOfRows(),
        jdbc.sql("select * from customer_value order by customer_id").query().listOfRows(),
        jdbc.sql("select * from customer_category order by customer_id").query().listOfRows());
  }

  /** In the database that holds the demo firm. */
  public void aloneByNightAndInASimulation() {
    var night = stored();
    assertThat(night.get(0)).hasSizeGreaterThan(200);
    for (var customer : everybody()) {
      assertThat(signals.foldCustomers(Set.of(customer), DAY)).as("%s", customer).isZero();
    }
    assertThat(stored()).isEqualTo(night);
    assertThat(simulated()).isEqualTo(shown());
  }

  private List<String> simulated() {
    var found = new ArrayList<String>();
    for (var folded : folded()) {
      folded
          .signals()
          .forEach(
              e ->
                  found.add(folded.history().customer() + " " + e.kind().code() + " " + e.since()));
    }
    found.sort(Comparator.naturalOrder());
    return found;
  }

  private List<Folded> folded() {
    var all = FoldScope.of(new CustomerRange(0, Long.MAX_VALUE));
    var detection = fold.detection();
    var judged = Judged.by(categories.judge().orElseThrow(), detection, DAY);
    return transaction.execute(status -> fold.fold(all, DAY, detection, judged));
  }

  private List<String> shown() {
    var kinds = new ArrayList<String>();
    for (var kind : SignalKind.values()) {
      if (kind.folded()) {
        kinds.add(kind.code());
      }
    }
    return jdbc
        .sql("select customer_id || ' ' || kind || ' ' || since from signal where kind in (:kinds)")
        .param("kinds", kinds)
        .query(String.class)
        .list()
        .stream()
        .sorted()
        .toList();
  }
}
