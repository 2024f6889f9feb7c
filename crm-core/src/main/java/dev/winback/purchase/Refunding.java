package dev.winback.purchase;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  private record Purse(long customer, String currency) {}

  private final Map<Long, Sale> sales = new HashMap<>();
  private final Map<Purse, OpenSales> open = new HashMap<>();
  private final Map<Long, BigDecimal> left = new HashMap<>();
  private final List<Part> parts = new ArrayList<>();
  private final String firmCurrency;

  private Refunding(List<Sale> sales, String firmCurrency) {
    this.firmCurrency = firmCurrency;
    for (var sale : sales) {
      this.sales.put(sale.id(), sale);
      left.put(sale.id(), sale.amount());
      if (sale.sold()) {
        open(sale.customer(), sale.currency()).put(sale, sale.amount());
      }
    }
  }

  private OpenSales open(long customer, String currency) {
    return open.computeIfAbsent(new Purse(customer, currency), purse -> new OpenSales());
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
    var currency = refund.currency() == null ? firmCurrency : refund.currency();
    var candidates = open(refund.customer(), currency);
    var one = candidates.newestWithExactly(refund.amount(), refund.at());
    one = one == null ? candidates.newestWithMore(refund.amount(), refund.at(), this::left) : one;
    if (one != null) {
      take(refund, one, refund.amount());
    } else {
      spread(refund, candidates);
    }
  }

  private void spread(Money refund, OpenSales candidates) {
    var rest = refund.amount();
    var sale = candidates.newest(refund.at());
    while (sale != null && rest.signum() > 0) {
      rest = rest.subtract(take(refund, sale, rest));
      sale = candidates.newest(refund.at());
    }
  }

  /** Never more than was paid: the rest stays without a purchase. */
  private BigDecimal take(Money refund, Sale sale, BigDecimal wanted) {
    var taken = left(sale).min(wanted);
    if (taken.signum() > 0) {
      keep(sale, left(sale).subtract(taken));
      parts.add(new Part(sale.customer(), sale.id(), refund.id(), refund.customer(), taken));
    }
    return taken;
  }

  private void keep(Sale sale, BigDecimal rest) {
    var candidates = open(sale.customer(), sale.currency());
    candidates.remove(sale, left(sale));
    left.put(sale.id(), rest);
    if (sale.sold()) {
      candidates.put(sale, rest);
    }
  }

  private BigDecimal left(Sale sale) {
    return left.getOrDefault(sale.id(), BigDecimal.ZERO);
  }
}
