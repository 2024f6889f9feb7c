package dev.winback.purchase;

import dev.winback.purchase.Refunding.Sale;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Purchases of one customer in one currency with money left, found without reading all of them: the
 * number that a till books guests on may have a hundred thousand.
 */
final class OpenSales {

  private static final Comparator<Sale> NEWEST_FIRST =
      Comparator.comparing(Sale::at)
          .thenComparing(Sale::source)
          .thenComparing(Sale::externalId)
          .reversed();

  /** Greater than every own number. */
  private static final String LAST = "\uffff";

  private final NavigableSet<Sale> open = new TreeSet<>(NEWEST_FIRST);
  private final NavigableMap<BigDecimal, NavigableSet<Sale>> byLeft = new TreeMap<>();

  void put(Sale sale, BigDecimal left) {
    if (left.signum() > 0) {
      open.add(sale);
      byLeft.computeIfAbsent(left, l -> new TreeSet<>(NEWEST_FIRST)).add(sale);
    }
  }

  void remove(Sale sale, BigDecimal left) {
    open.remove(sale);
    byLeft.computeIfPresent(
        left,
        (l, same) -> {
          same.remove(sale);
          return same.isEmpty() ? null : same;
        });
  }

  /** The newest that is not after the moment. */
  @Nullable Sale newest(Instant until) {
    return open.ceiling(at(until));
  }

  @Nullable Sale newestWithExactly(BigDecimal amount, Instant until) {
    var same = byLeft.get(amount);
    return same == null ? null : same.ceiling(at(until));
  }

  @Nullable Sale newestWithMore(BigDecimal amount, Instant until, Function<Sale, BigDecimal> left) {
    if (byLeft.higherKey(amount) == null) {
      return null;
    }
    return open.tailSet(at(until), true).stream()
        .filter(sale -> left.apply(sale).compareTo(amount) > 0)
        .findFirst()
        .orElse(null);
  }

  private static Sale at(Instant moment) {
    return new Sale(0, 0, LAST, LAST, moment, BigDecimal.ZERO, "", false);
  }
}
