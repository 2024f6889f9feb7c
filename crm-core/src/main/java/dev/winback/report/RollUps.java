package dev.winback.report;

import dev.winback.purchase.CustomerRange;
import dev.winback.purchase.DaysLate;
import dev.winback.purchase.Purchases;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Settings;
import dev.winback.shared.Slices;
import dev.winback.shared.Sql;
import dev.winback.shared.Statistics;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What the night rolls up of purchases and payments, and of reports that take long to count. */
@Service
public class RollUps {

  /** Customers of one transaction, as many as the night folds at once. */
  private static final int SLICE = 20_000;

  /**
   * Each transaction makes the rows of the customer list anew, so what a night finds there was
   * written past the program: all are compared within as many nights.
   */
  private static final int COMPARED = 7;

  static final String COUNTED = Sql.of(RollUps.class, "buying-counted.sql");

  private static final String BUYING = Sql.of(RollUps.class, "buying-slice.sql");
  private static final String PAYING = DaysLate.limited(Sql.of(RollUps.class, "payment-slice.sql"));
  private static final String TALLY =
      Sql.of(RollUps.class, "buying-tally.sql").replace("/*counted*/", COUNTED);

  private final Purchases purchases;
  private final ListRows rows;
  private final ReturnReport returns;
  private final ReasonReport reasons;
  private final CategoryFigures categories;
  private final Lifetimes lifetimes;
  private final Overlaps overlaps;
  private final Firsts firsts;
  private final Statistics statistics;
  private final JdbcClient jdbc;
  private final BusinessClock clock;
  private final Slices slices;
  private final String currency;

  RollUps(
      Purchases purchases,
      ListRows rows,
      ReturnReport returns,
      ReasonReport reasons,
      CategoryFigures categories,
      Lifetimes lifetimes,
      Overlaps overlaps,
      Firsts firsts,
      Statistics statistics,
      JdbcClient jdbc,
      BusinessClock clock,
      Slices slices,
      Settings settings) {
    this.purchases = purchases;
    this.rows = rows;
    this.returns = returns;
    this.reasons = reasons;
    this.categories = categories;
    this.lifetimes = lifetimes;
    this.overlaps = overlaps;
    this.firsts = firsts;
    this.statistics = statistics;
    this.jdbc = jdbc;
    this.clock = clock;
    this.slices = slices;
    currency = settings.currency().getCurrencyCode();
  }

  /** As of a day, slice by slice with a commit after each; the rows that changed. */
  public long settle(LocalDate day) {
    long changed = 0;
    int number = 0;
    for (var range : purchases.slices(SLICE)) {
      boolean compared = ++number % COMPARED == day.toEpochDay() % COMPARED;
      changed +=
          slices.once(
              () ->
                  slice(BUYING, range, day)
                      + slice(PAYING, range, day)
                      + rows.settleLost(range)
                      + (compared ? rows.settleCustomers(range) : 0));
    }
    changed += slices.once(this::tally);
    returns.settle(day);
    reasons.settle(day);
    categories.settle(day);
    lifetimes.settle(day);
    overlaps.settle(day);
    firsts.settle(day);
    return changed;
  }

  private long slice(String sql, CustomerRange range, LocalDate day) {
    return jdbc.sql(sql)
        .param("from", range.from())
        .param("until", range.until())
        .param("day", day)
        .param("zone", clock.getZone().getId())
        .param("currency", currency)
        .query(Long.class)
        .single();
  }

  /** The reports join what was written: after a first import nothing is known of it yet. */
  private long tally() {
    statistics.renew("buying_months", "payment_habit", "lost_row", "customer_row");
    return jdbc.sql(TALLY).query(Long.class).single();
  }
}
