package dev.winback.signal;

import dev.winback.purchase.Purchases;
import dev.winback.shared.BinaryColumns;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Copy;
import dev.winback.shared.Sql;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes histories out of the facts of some customers: the few facts besides purchases are read
 * first, then the purchases stream past them, one customer at a time.
 */
@Component
class HistoryReading {

  private static final String HAPPENED = Sql.of(HistoryReading.class, "happened.sql");
  private static final Happening.Kind[] KINDS = Happening.Kind.values();

  private final Purchases purchases;
  private final TraitReading traits;
  private final Copy copy;
  private final BusinessClock clock;

  HistoryReading(Purchases purchases, TraitReading traits, Copy copy, BusinessClock clock) {
    this.purchases = purchases;
    this.traits = traits;
    this.copy = copy;
    this.clock = clock;
  }

  /**
   * Facts later than the customer's last days are left out, and who has none at all; where the
   * customers stand among all is told to {@code placing} on the way.
   */
  void of(FoldScope scope, Days days, @Nullable Placing placing, Consumer<History> taker) {
    var waiting = new HashMap<Long, History>();
    happened(scope).forEach((customer, list) -> put(customer, list, days, waiting));
    var known = traits.of(scope);
    var stream = new HistoryStream(clock, days.purchases(), waiting, known, placing, taker);
    if (scope.some() == null) {
      purchases.stream(scope.range().from(), scope.range().until(), stream);
    } else {
      purchases.stream(scope.some(), stream);
    }
    stream.end();
  }

  private Map<Long, List<Happening>> happened(FoldScope scope) {
    var found = new HashMap<Long, List<Happening>>();
    var sql =
        HAPPENED
            .replace(":customers", scope.condition())
            .replace(":zone", "'" + clock.getZone().getId() + "'");
    copy.out(sql, rows -> read(rows, found));
    return found;
  }

  private void read(BinaryColumns rows, Map<Long, List<Happening>> found) throws SQLException {
    while (rows.next()) {
      long customer = rows.bigint();
      var kind = KINDS[(int) rows.bigint()];
      var at = rows.moment();
      var over = over(rows.bigint());
      var happening = new Happening(kind, at, clock.day(at), over, (int) rows.bigint());
      found.computeIfAbsent(customer, c -> new ArrayList<>()).add(happening);
    }
  }

  /** Nearly all are not over: the zone need not be asked for the end of time. */
  private LocalDate over(long micros) {
    return micros == BinaryColumns.INFINITY
        ? LocalDate.MAX
        : clock.day(BinaryColumns.second(micros));
  }

  private static void put(
      long customer, List<Happening> happenings, Days days, Map<Long, History> waiting) {
    var until = days.happenings().apply(customer);
    var history = new History(customer);
    happenings.stream()
        .filter(happening -> !happening.day().isAfter(until))
        .sorted(Comparator.comparing(Happening::at).thenComparing(Happening::kind))
        .forEach(history::happened);
    waiting.put(customer, history);
  }
}
