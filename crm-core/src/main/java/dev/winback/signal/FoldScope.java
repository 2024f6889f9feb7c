package dev.winback.signal;

import dev.winback.customer.CustomerId;
import dev.winback.purchase.CustomerRange;
import dev.winback.shared.Sql;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The customers of one fold: a range of keys, or some of the range. */
record FoldScope(CustomerRange range, @Nullable Set<CustomerId> some) {

  static FoldScope of(CustomerRange range) {
    return new FoldScope(range, null);
  }

  static FoldScope of(Set<CustomerId> customers) {
    var keys = customers.stream().mapToLong(CustomerId::value).summaryStatistics();
    return new FoldScope(new CustomerRange(keys.getMin(), keys.getMax() + 1), customers);
  }

  /** The statement about these customers: behind an "or" their keys would find no index. */
  String in(String sql) {
    var condition = some == null ? "between :from and :last" : "= any (cast(:ids as bigint[]))";
    return sql.replace("/*in scope*/", condition);
  }

  /** What its condition needs. */
  Map<String, ?> params() {
    return some == null
        ? Map.of("from", range.from(), "last", range.until() - 1)
        : Map.of("ids", Sql.array(some, CustomerId::value));
  }

  /** Made of numbers only, for COPY, which takes no parameters. */
  String condition() {
    return some == null
        ? "customer_id >= " + range.from() + " and customer_id < " + range.until()
        : "customer_id = any ('" + Sql.array(some, CustomerId::value) + "'::bigint[])";
  }
}
