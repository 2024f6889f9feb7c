package dev.winback.category;

import dev.winback.customer.CustomerErased;
import dev.winback.customer.CustomerId;
import dev.winback.customer.CustomersMoved;
import dev.winback.purchase.Purchases;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Settings;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Where each customer stands among all (DEC-01 to DEC-08). The night collects the months of
 * everybody in a {@link Ranking} and settles it; whoever is folded alone afterwards is judged
 * against the limits of that night.
 */
@Service
@Transactional
public class Categories {

  /** Customers of one transaction where no night streams them anyway. */
  private static final int SLICE = 20_000;

  private final Settling settling;
  private final CategoryStore store;
  private final CategoryReading reading;
  private final LimitStore limits;
  private final VipStore vips;
  private final MarkStore marks;
  private final Purchases purchases;
  private final BusinessClock clock;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final String currency;

  Categories(
      Settling settling,
      CategoryStore store,
      CategoryReading reading,
      LimitStore limits,
      VipStore vips,
      MarkStore marks,
      Purchases purchases,
      BusinessClock clock,
      JdbcClient jdbc,
      TransactionTemplate transaction,
      Settings settings) {
    this.settling = settling;
    this.store = store;
    this.reading = reading;
    this.limits = limits;
    this.vips = vips;
    this.marks = marks;
    this.purchases = purchases;
    this.clock = clock;
    this.jdbc = jdbc;
    this.transaction = transaction;
    currency = settings.currency().getCurrencyCode();
  }

  /** An empty ranking as of this day, to which the night adds everybody's months. */
  @Transactional(readOnly = true)
  public Ranking begin(LocalDate day) {
    var now = jdbc.sql("select clock_timestamp()").query(OffsetDateTime.class).single();
    return new Ranking(day, currency, now.toInstant());
  }

  /** The ranking of everybody by a stream of its own, where no night passes by. */
  @Transactional(propagation = Propagation.NEVER)
  public Ranking collect(LocalDate day) {
    var ranking = begin(day);
    var lost = marks.lost();
    for (var range : purchases.slices(SLICE)) {
      var collecting = new Collecting(ranking, clock, lost);
      transaction.executeWithoutResult(
          status -> purchases.stream(range.from(), range.until(), collecting));
      collecting.end();
    }
    return ranking;
  }

  /** As the other one, where nobody asks for the VIPs. */
  @Transactional(propagation = Propagation.NEVER)
  public long settle(Ranking ranking) {
    return settle(ranking, (customers, vips, again) -> 0);
  }

  /**
   * Finds the limits of the night, stores them with the VIPs of each month and the category of each
   * customer, in transactions of its own; the number of rows written.
   */
  @Transactional(propagation = Propagation.NEVER)
  public long settle(Ranking ranking, SettledPart part) {
    return settling.settle(ranking, part);
  }

  /**
   * Who judges these customers by themselves, as of the last night and by its limits; empty before
   * the first one.
   */
  @Transactional(readOnly = true)
  public Optional<Judge> judge(Set<CustomerId> customers) {
    return judge(keys(customers));
  }

  /** Who judges anybody, as of the last night; empty before the first one. */
  @Transactional(readOnly = true)
  public Optional<Judge> judge() {
    return judge((Collection<Long>) null);
  }

  private Optional<Judge> judge(@Nullable Collection<Long> keys) {
    return limits
        .last()
        .map(
            last ->
                new Judge(
                    last.cuts(),
                    vips.history(last.cuts().day(), last.cuts().settings(), keys),
                    marks.of(keys),
                    last.currency()));
  }

  /** Stores what was found of these customers; who has no purchase any more loses his category. */
  @Transactional(propagation = Propagation.MANDATORY)
  public long put(Set<CustomerId> customers, Map<CustomerId, Category> found) {
    var byKey =
        found.entrySet().stream()
            .collect(Collectors.toMap(e -> e.getKey().value(), Map.Entry::getValue));
    var gone = keys(customers).stream().filter(key -> !byKey.containsKey(key)).toList();
    return store.store(byKey) + store.drop(gone);
  }

  private static Collection<Long> keys(Set<CustomerId> customers) {
    return customers.stream().map(CustomerId::value).sorted().toList();
  }

  /** The categories of the customers of a page; who has none is not in the map. */
  @Transactional(readOnly = true)
  public Map<CustomerId, Category> of(Set<CustomerId> customers) {
    return reading.of(keys(customers));
  }

  /** The month up to which a lost customer is judged; empty where it is the last one for all. */
  @Transactional(readOnly = true)
  public Optional<YearMonth> judgedUpTo(CustomerId customer) {
    return reading.judgedUpTo(customer, clock.getZone());
  }

  /** The limits of the last night; empty before the first one. */
  @Transactional(readOnly = true)
  public Optional<CategoryLimits> limits() {
    return limits.shown();
  }

  /** Who is A by each criterion, as of the last night; nothing before the first one. */
  @Transactional(readOnly = true)
  public List<FrontShare> fronts() {
    return limits.last().stream()
        .flatMap(
            last ->
                Arrays.stream(Criterion.values())
                    .map(by -> FrontShare.of(by, last.cuts().fronts().fronts().get(by.ordinal()))))
        .toList();
  }

  /** A record that became part of another one has no purchases of its own. */
  @EventListener
  @Order(CustomersMoved.STAGES)
  void on(CustomersMoved moved) {
    if (!moved.apart()) {
      store.drop(keys(moved.records()));
    }
  }

  @EventListener
  void on(CustomerErased erased) {
    store.drop(Set.of(erased.customer().value()));
  }
}
