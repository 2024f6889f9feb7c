package dev.winback.signal;

import dev.winback.category.Categories;
import dev.winback.category.Ranking;
import dev.winback.category.VipStanding;
import dev.winback.customer.CustomerId;
import dev.winback.purchase.CustomerRange;
import dev.winback.purchase.Purchases;
import dev.winback.shared.AdvisoryLock;
import dev.winback.shared.Statistics;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Folds every customer slice by slice with a commit after each. Purchases are read once: on the way
 * each customer's months are collected, and when all have passed it is settled where each stands
 * among them.
 */
@Component
class NightFold {

  /**
   * Customers of one transaction of the night: about half a second, 20 MB, and no snapshot that
   * slows the letters down (speed.md, what was learnt).
   */
  private static final int SLICE = 20_000;

  private final Fold fold;
  private final FoldStore store;
  private final SingleFold single;
  private final Categories categories;
  private final Purchases purchases;
  private final Statistics statistics;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  NightFold(
      Fold fold,
      FoldStore store,
      SingleFold single,
      Categories categories,
      Purchases purchases,
      Statistics statistics,
      JdbcClient jdbc,
      TransactionTemplate transaction) {
    this.fold = fold;
    this.store = store;
    this.single = single;
    this.categories = categories;
    this.purchases = purchases;
    this.statistics = statistics;
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  /** The number of values, signals and rows of categories that changed. */
  long all(LocalDate day) {
    var detection = transaction.execute(status -> fold.detection());
    var ranking = categories.begin(day);
    long changed = 0;
    for (var range : purchases.slices(SLICE)) {
      changed += transaction.execute(status -> slice(range, day, detection, ranking));
    }
    changed +=
        categories.settle(
            ranking, (range, vips, again) -> vips(range, vips, again, day, detection));
    // the steps that follow join what was written: after a first import nothing is known of it yet
    statistics.renew("customer_value", "signal");
    return changed;
  }

  private long slice(CustomerRange range, LocalDate day, Detection detection, Ranking ranking) {
    AdvisoryLock.FOLD.take(jdbc);
    var scope = FoldScope.of(range);
    return store.storeWithoutVips(
        scope, fold.fold(scope, day, detection, Ranked.in(ranking, detection, day)));
  }

  private long vips(
      CustomerRange range,
      List<VipStanding> vips,
      Set<CustomerId> again,
      LocalDate day,
      Detection detection) {
    long written = store.storeVips(FoldScope.of(range), fold.foldVips(vips, day, detection));
    return written + single.customers(again, day);
  }
}
