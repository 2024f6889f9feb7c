package dev.winback.signal;

import dev.winback.customer.CustomerId;
import dev.winback.purchase.CustomerRange;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The customers of one fold: a range of keys, or some of the range ({@code ids} as an array). */
record FoldScope(CustomerRange range, @Nullable String ids) {

  static FoldScope of(CustomerRange range) {
    return new FoldScope(range, null);
  }

  static FoldScope of(Set<CustomerId> customers) {
    var keys = customers.stream().mapToLong(CustomerId::value).summaryStatistics();
    return new FoldScope(new CustomerRange(keys.getMin(), keys.getMax() + 1), array(customers));
  }

  /** The form of an array parameter: one statement for any number of customers. */
  static String array(Set<CustomerId> customers) {
    return customers.stream()
        .map(customer -> Long.toString(customer.value()))
        .collect(Collectors.joining(",", "{", "}"));
  }
}
