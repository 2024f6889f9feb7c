package dev.winback.signal;

import dev.winback.category.Categories;
import dev.winback.category.Category;
import dev.winback.customer.CustomerId;
import dev.winback.shared.AdvisoryLock;
import dev.winback.shared.Sql;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Folds customers of whom a fact arrived, and judges them by the limits of the last night. */
@Component
class SingleFold {

  private static final String LOCK_CUSTOMERS = Sql.of(Signals.class, "lock-customers.sql");

  private final Fold fold;
  private final FoldStore store;
  private final Categories categories;
  private final JdbcClient jdbc;

  SingleFold(Fold fold, FoldStore store, Categories categories, JdbcClient jdbc) {
    this.fold = fold;
    this.store = store;
    this.categories = categories;
    this.jdbc = jdbc;
  }

  /** With all facts known, their silence as of this day. */
  long customers(Set<CustomerId> customers, LocalDate day) {
    if (customers.isEmpty()) {
      return 0;
    }
    AdvisoryLock.FOLD.share(jdbc);
    jdbc.sql(LOCK_CUSTOMERS)
        .param("ids", Sql.array(customers, CustomerId::value))
        .query((row, n) -> 1)
        .list();
    var scope = FoldScope.of(customers);
    var detection = fold.detection();
    var judged = categories.judge(customers).map(j -> Judged.by(j, detection, day)).orElse(null);
    var found = fold.foldKnown(scope, day, detection, judged);
    return store.store(scope, found)
        + (judged == null ? 0 : categories.put(customers, categories(found)));
  }

  private static Map<CustomerId, Category> categories(List<Folded> found) {
    var categories = new HashMap<CustomerId, Category>();
    for (var folded : found) {
      var category = folded.history().category();
      if (category != null) {
        categories.put(new CustomerId(folded.history().customer()), category);
      }
    }
    return categories;
  }
}
