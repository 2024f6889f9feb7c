package dev.winback.category;

import dev.winback.purchase.CustomerRange;
import dev.winback.shared.AdvisoryLock;
import dev.winback.shared.Statistics;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Settles the ranking of a night: first the limits and the VIPs of the months, then the customers
 * part by part. Killed in between it is begun again, and what is right already is not written.
 */
@Component
class Settling {

  private final SettingStore settings;
  private final LimitStore limits;
  private final VipStore vips;
  private final MarkStore marks;
  private final CategoryStore store;
  private final Statistics statistics;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  Settling(
      SettingStore settings,
      LimitStore limits,
      VipStore vips,
      MarkStore marks,
      CategoryStore store,
      Statistics statistics,
      JdbcClient jdbc,
      TransactionTemplate transaction) {
    this.settings = settings;
    this.limits = limits;
    this.vips = vips;
    this.marks = marks;
    this.store = store;
    this.statistics = statistics;
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  long settle(Ranking ranking, SettledPart part) {
    var setting = settings.newest();
    var history = vips.history(ranking.day(), setting.settings(), null);
    var cuts = Cutting.of(ranking, setting.settings(), history);
    var found = new Limits(setting.id(), ranking.currency(), cuts);
    long rows = transaction.execute(status -> store(ranking, found, history));
    rows += customers(ranking, cuts, history, part);
    // the lists that follow join what was written: after a first night nothing is known of it yet
    statistics.renew("customer_category", "vip_member", "vip_move");
    return rows;
  }

  private long store(Ranking ranking, Limits found, Members history) {
    return vips.store(ranking, found, new Vips(found.cuts(), history)) + limits.store(found);
  }

  private long customers(Ranking ranking, Cuts cuts, Members history, SettledPart then) {
    var known = marks.of(null);
    var judge = new Judge(cuts, history, known, ranking.currency());
    var parts = ranking.partsOrEmpty();
    long rows = 0;
    for (int i = 0; i < parts.size(); i++) {
      long from = i == 0 ? 0 : parts.get(i).first();
      long until = i + 1 == parts.size() ? Long.MAX_VALUE : parts.get(i + 1).first();
      var range = new CustomerRange(from, until);
      var comparing = new Comparing(parts.get(i), ranking.months(), judge);
      rows += transaction.execute(status -> slice(comparing, ranking, range, then));
    }
    return rows;
  }

  private long slice(Comparing comparing, Ranking ranking, CustomerRange range, SettledPart then) {
    AdvisoryLock.FOLD.take(jdbc);
    return store.store(comparing, ranking, range)
        + then.follow(range, comparing.vips(), comparing.again());
  }
}
