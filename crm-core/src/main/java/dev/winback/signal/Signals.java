package dev.winback.signal;

import dev.winback.complaint.ComplaintsRecorded;
import dev.winback.contact.ContactsRecorded;
import dev.winback.customer.CustomerId;
import dev.winback.purchase.CartsRecorded;
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

/** What the customers' histories show: folded by the night and by every fact that arrives. */
@Service
@Transactional
public class Signals {

  /** Listeners of purchases above this package come later: they read what the fold wrote. */
  public static final int FIRST = 10;

  private static final String AS_OF = Sql.of(Signals.class, "as-of.sql");

  private final Fold fold;
  private final NightFold night;
  private final SingleFold single;
  private final SignalReading reading;
  private final DataCare care;
  private final BusinessClock clock;
  private final JdbcClient jdbc;

  Signals(
      Fold fold,
      NightFold night,
      SingleFold single,
      SignalReading reading,
      DataCare care,
      BusinessClock clock,
      JdbcClient jdbc) {
    this.fold = fold;
    this.night = night;
    this.single = single;
    this.reading = reading;
    this.care = care;
    this.clock = clock;
    this.jdbc = jdbc;
  }

  /**
   * Folds every customer as of this day and settles the categories, with a commit after each slice;
   * the number of values, signals and rows of categories that changed.
   */
  @Transactional(propagation = Propagation.NEVER)
  public long foldAll(LocalDate day) {
    return night.all(day);
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
    return single.customers(customers, day);
  }

  /** Looks at everybody's contact data as of this day; the number of flags set or taken away. */
  @Transactional(propagation = Propagation.SUPPORTS)
  public long careForAll(LocalDate day) {
    return care.lookAtAll(day);
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
