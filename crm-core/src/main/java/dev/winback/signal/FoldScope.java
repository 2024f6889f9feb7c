package dev.winback.signal;

import dev.winback.customer.CustomerId;
import dev.winback.purchase.CustomerRange;
import java.util.Set;
import java.util.stream.Collectors;
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

  /** Those of the range as an array parameter; null: all of them. */
  @Nullable String ids() {
    return some == null ? null : array(some);
  }

  /** Made of numbers only, for COPY, which takes no parameters. */
  String condition() {
    return some == null
        ? "customer_id >= " + range.from() + " and customer_id < " + range.until()
        : "customer_id = any ('" + array(some) + "'::bigint[])";
  }

  /** The form of an array parameter: one statement for any number of customers. */
  static String array(Set<CustomerId> customers) {
    return customers.stream()
        .map(customer -> Long.toString(customer.value()))
        .collect(Collectors.joining(",", "{", "}"));
  }
}
