package dev.winback.signal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.category.Categories;
import dev.winback.customer.CustomerId;
import dev.winback.purchase.CustomerRange;
import dev.winback.staff.Staff;
import dev.winback.testing.MovableClock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The same customer folded alone, by the night and in a simulation gives the same evidence, for
 * every customer of the demo firm: eight seconds for 800 of them (speed.md, row 3). It takes half a
 * minute to load that firm, so it is asked of the one that {@code DemoFirmTest} has loaded.
 */
@Component
public class DemoCustomersAgree {

  private static final LocalDate DAY = MovableClock.START;

  private static final Simulation.Result NOTHING =
      new Simulation.Result(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

  private final Signals signals;
  private final Simulations simulations;
  private final Staff staff;
  private final Fold fold;
  private final Categories categories;
  private final SaidOfSigns said;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  DemoCustomersAgree(
      Signals signals,
      Simulations simulations,
      Staff staff,
      Fold fold,
      Categories categories,
      SaidOfSigns said,
      JdbcClient jdbc,
      TransactionTemplate transaction) {
    this.signals = signals;
    this.simulations = simulations;
    this.staff = staff;
    this.fold = fold;
    this.categories = categories;
    this.said = said;
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  private Set<CustomerId> everybody() {
    return new HashSet<>(
        jdbc.sql("select id from customer")
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
    assertThat(simulated()).isEqualTo(said.shown());
    var same = simulations.run("", Map.of(), staff.actor("manager")).result();
    assertThat(same).as("the limits that hold, tried").isEqualTo(NOTHING);
  }

  private Set<String> simulated() {
    return said.seen(folded(), DAY);
  }

  private List<Folded> folded() {
    var all = FoldScope.of(new CustomerRange(0, Long.MAX_VALUE));
    var detection = fold.detection();
    var judged = Judged.by(categories.judge().orElseThrow(), detection, DAY);
    return transaction.execute(status -> fold.fold(all, DAY, detection, judged));
  }
}
