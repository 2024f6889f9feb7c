package dev.winback.web.view;

import dev.winback.report.CustomerFilter;
import dev.winback.report.CustomerLists;
import dev.winback.report.LostCustomers;
import dev.winback.report.LostFilter;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import dev.winback.view.View;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How many rows a view shows. It stands on every page, so it counts to a thousand and remembers for
 * a few seconds what it counted.
 */
@Component
class ViewCounts {

  static final int MOST = 1_000;
  private static final long FRESH = TimeUnit.SECONDS.toNanos(10);
  private static final int REMEMBERED = 2_000;

  private final LostCustomers lost;
  private final CustomerLists customers;
  private final ConcurrentMap<String, Counted> counted = new ConcurrentHashMap<>();

  ViewCounts(LostCustomers lost, CustomerLists customers) {
    this.lost = lost;
    this.customers = customers;
  }

  private record Counted(@Nullable Integer rows, long at) {

    boolean fresh() {
      return System.nanoTime() - at < FRESH;
    }
  }

  /** One more than {@link #MOST} when there are more; null when the list refuses the filter now. */
  @Nullable Integer of(View view, Actor actor) {
    var sees = actor.may(Permission.SEE_ALL_CUSTOMERS) ? "all" : actor.login();
    var key = sees + " " + view.address();
    var known = counted.get(key);
    if (known == null || !known.fresh()) {
      known = new Counted(counted(view, actor), System.nanoTime());
      if (counted.size() > REMEMBERED) {
        counted.clear();
      }
      counted.put(key, known);
    }
    return known.rows();
  }

  private @Nullable Integer counted(View view, Actor actor) {
    try {
      return count(view.path(), view.query(), actor);
    } catch (Refused changedMeanwhile) {
      return null;
    }
  }

  /** Refused when the list does not understand the words of the query. */
  int count(String path, String query, Actor actor) {
    return path.equals("/lost")
        ? lost.count(LostFilter.of(query), MOST + 1, actor)
        : customers.count(CustomerFilter.of(query), MOST + 1, actor);
  }
}
