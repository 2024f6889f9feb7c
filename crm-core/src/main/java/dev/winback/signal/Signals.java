package dev.winback.signal;

import dev.winback.complaint.ComplaintsRecorded;
import dev.winback.contact.ContactsRecorded;
import dev.winback.customer.CustomerId;
import dev.winback.purchase.CartsRecorded;
import dev.winback.purchase.Purchases;
import dev.winback.purchase.PurchasesRecorded;
import dev.winback.request.RequestsRecorded;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Sql;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What the customers' histories show: folded by the night and by every fact that arrives. */
@Service
@Transactional
public class Signals {

  /** Listeners of purchases above this package come later: they read what the fold wrote. */
  public static final int FIRST = 10;

  /**
   * Customers of one transaction of the night: about half a second, 20 MB, and no snapshot that
   * slows the letters down (speed.md, what was learnt).
   */
  private static final int SLICE = 20_000;

  /** The night folds a slice alone; arriving facts share the lock among themselves. */
  private static final String ALONE = "select pg_advisory_xact_lock(hashtext('winback.fold'))";

  private static final String SHARED =
      "select pg_advisory_xact_lock_shared(hashtext('winback.fold'))";

  private static final String LOCK_CUSTOMERS = Sql.of(Signals.class, "lock-customers.sql");
  private static final String AS_OF = Sql.of(Signals.class, "as-of.sql");

  private final Fold fold;
  private final FoldStore store;
  private final SignalReading reading;
  private final DataCare care;
  private final Purchases purchases;
  private final BusinessClock clock;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  Signals(
      Fold fold,
      FoldStore store,
      SignalReading reading,
      DataCare care,
      Purchases purchases,
      BusinessClock clock,
      JdbcClient jdbc,
      TransactionTemplate transaction) {
    this.fold = fold;
    this.store = store;
    this.reading = reading;
    this.care = care;
    this.purchases = purchases;
    this.clock = clock;
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  /**
   * Folds every customer as of this day, slice by slice with a commit after each; the number of
   * values and signals that changed.
   */
  @Transactional(propagation = Propagation.NEVER)
  public long foldAll(LocalDate day) {
    var detection = transaction.execute(status -> fold.detection());
    long changed = 0;
    for (var range : purchases.slices(SLICE)) {
      changed += transaction.execute(status -> foldSlice(FoldScope.of(range), day, detection));
    }
    // the steps that follow join what was written: after a first import nothing is known of it yet
    jdbc.sql("analyze customer_value, signal").update();
    return changed;
  }

  private long foldSlice(FoldScope scope, LocalDate day, Detection detection) {
    jdbc.sql(ALONE).query((row, n) -> 1).list();
    return store.store(scope, fold.fold(scope, day, detection));
  }

  @EventListener
  @Order(FIRST)
  void on(PurchasesRecorded recorded) {
    foldCustomers(recorded.customers(), asOf());
  }

  @EventListener
  @Order(FIRST)
  void on(RequestsRecorded recorded) {
    foldCustomers(recorded.customers(), asOf());
  }

  @EventListener
  @Order(FIRST)
  void on(ContactsRecorded recorded) {
    foldCustomers(recorded.customers(), asOf());
  }

  @EventListener
  @Order(FIRST)
  void on(ComplaintsRecorded recorded) {
    foldCustomers(recorded.customers(), asOf());
  }

  @EventListener
  @Order(FIRST)
  void on(CartsRecorded recorded) {
    foldCustomers(recorded.customers(), asOf());
  }

  /** Folds these customers with all facts known, their silence as of this day. */
  public long foldCustomers(Set<CustomerId> customers, LocalDate day) {
    if (customers.isEmpty()) {
      return 0;
    }
    jdbc.sql(SHARED).query((row, n) -> 1).list();
    jdbc.sql(LOCK_CUSTOMERS).param("ids", FoldScope.array(customers)).query((row, n) -> 1).list();
    var scope = FoldScope.of(customers);
    return store.store(scope, fold.foldKnown(scope, day));
  }

  /** Looks at everybody's contact data as of this day; the number of flags set or taken away. */
  public long careForAll(LocalDate day) {
    return care.look(null, day);
  }

  /** Looks at the contact data of one customer again, at once. */
  public void careFor(CustomerId customer) {
    care.look(Set.of(customer), clock.today());
  }

  /** The day up to which silence is counted: that of the last finished night, else today. */
  @Transactional(readOnly = true)
  public LocalDate asOf() {
    return lastNight().orElseGet(clock::today);
  }

  /** The day of the night that finished last. */
  @Transactional(readOnly = true)
  public Optional<LocalDate> lastNight() {
    return jdbc.sql(AS_OF).query(LocalDate.class).optional();
  }

  /** The signals of one customer, the oldest first. */
  @Transactional(readOnly = true)
  public List<Signal> of(CustomerId customer) {
    return of(Set.of(customer)).getOrDefault(customer, List.of());
  }

  /** The signals of the customers of a page; who has none is not in the map. */
  @Transactional(readOnly = true)
  public Map<CustomerId, List<Signal>> of(Set<CustomerId> customers) {
    return reading.of(customers, asOf());
  }

  /**
   * From which day on each of these customers was lost as of his own day, by what is known today of
   * the time before it; who showed nothing is not in the map.
   */
  @Transactional(readOnly = true)
  public Map<CustomerId, LocalDate> lostFrom(Map<CustomerId, LocalDate> days) {
    return fold.foldBefore(days).stream()
        .filter(folded -> folded.lostFrom().isPresent())
        .collect(
            Collectors.toMap(
                folded -> new CustomerId(folded.history().customer()),
                folded -> folded.lostFrom().orElseThrow()));
  }
}
