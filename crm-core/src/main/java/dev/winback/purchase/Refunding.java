package dev.winback.purchase;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds the purchases that bear some customers' refunds, always from scratch and in an order of its
 * own, so that the order in which they arrived means nothing (I9); amounts in their currencies.
 */
final class Refunding {

  private static final Comparator<Money> BY_TIME =
      Comparator.comparing((Money m) -> m.target() == null)
          .thenComparing(Money::at)
          .thenComparing(Money::source)
          .thenComparing(Money::externalId);

  private static final Comparator<Sale> NEWEST_FIRST =
      Comparator.comparing(Sale::at)
          .thenComparing(Sale::source)
          .thenComparing(Sale::externalId)
          .reversed();

  /** A purchase; sold when money changed hands. */
  record Sale(
      long customer,
      long id,
      String source,
      String externalId,
      Instant at,
      BigDecimal amount,
      String currency,
      boolean sold) {}

  /** A refund; the target is the purchase that it names, named whether it names one at all. */
  record Money(
      long customer,
      long id,
      String source,
      String externalId,
      Instant at,
      BigDecimal amount,
      @Nullable String currency,
      boolean named,
      @Nullable Long target) {}

  /** What a purchase bears of a refund. */
  record Part(long customer, long purchase, long refund, long refundCustomer, BigDecimal amount) {}

  private final Map<Long, Sale> sales = new HashMap<>();
  private final Map<Long, List<Sale>> salesOf = new HashMap<>();
  private final Map<Long, BigDecimal> left = new HashMap<>();
  private final List<Part> parts = new ArrayList<>();
  private final String firmCurrency;

  private Refunding(List<Sale> sales, String firmCurrency) {
    this.firmCurrency = firmCurrency;
    for (var sale : sales.stream().sorted(NEWEST_FIRST).toList()) {
      this.sales.put(sale.id(), sale);
      left.put(sale.id(), sale.amount());
      salesOf.computeIfAbsent(sale.customer(), c -> new ArrayList<>()).add(sale);
    }
  }

  static List<Part> parts(List<Sale> sales, List<Money> refunds, String firmCurrency) {
    var refunding = new Refunding(sales, firmCurrency);
    refunds.stream().sorted(BY_TIME).forEach(refunding::bear);
    return refunding.parts;
  }

  /** Whoever names a purchase goes first; one that names an unknown one waits for it. */
  private void bear(Money refund) {
    if (!refund.named()) {
      search(refund);
    } else if (refund.target() != null && sales.containsKey(refund.target())) {
      var sale = sales.get(refund.target());
      if (refund.currency() == null || refund.currency().equals(sale.currency())) {
        take(refund, sale, refund.amount());
      }
    }
  }

  /** The newest of exactly this amount, else the newest with enough left, else spread backwards. */
  private void search(Money refund) {
    var candidates =
        salesOf.getOrDefault(refund.customer(), List.of()).stream()
            .filter(sale -> candidate(sale, refund))
            .toList();
    var one = first(candidates, sale -> left(sale).compareTo(refund.amount()) == 0);
    one = one == null ? first(candidates, s -> left(s).compareTo(refund.amount()) > 0) : one;
    if (one != null) {
      take(refund, one, refund.amount());
    } else {
      spread(refund, candidates);
    }
  }

  private boolean candidate(Sale sale, Money refund) {
    var currency = refund.currency() == null ? firmCurrency : refund.currency();
    return sale.sold()
        && sale.currency().equals(currency)
        && !sale.at().isAfter(refund.at())
        && left(sale).signum() > 0;
  }

  private static @Nullable Sale first(List<Sale> sales, Predicate<Sale> fits) {
    return sales.stream().filter(fits).findFirst().orElse(null);
  }

  private void spread(Money refund, List<Sale> candidates) {
    var rest = refund.amount();
    for (var sale : candidates) {
      rest = rest.subtract(take(refund, sale, rest));
    }
  }

  /** Never more than was paid: the rest stays without a purchase. */
  private BigDecimal take(Money refund, Sale sale, BigDecimal wanted) {
    var taken = left(sale).min(wanted);
    if (taken.signum() > 0) {
      left.put(sale.id(), left(sale).subtract(taken));
      parts.add(new Part(sale.customer(), sale.id(), refund.id(), refund.customer(), taken));
    }
    return taken;
  }

  private BigDecimal left(Sale sale) {
    return left.getOrDefault(sale.id(), BigDecimal.ZERO);
  }
}
