package dev.winback.importing;

import dev.winback.purchase.Payment;
import dev.winback.purchase.Purchase;
import dev.winback.purchase.Purchase.Status;
import dev.winback.purchase.Refund;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the rows of one kind say of money, added up while they are read: in months of the firm's
 * zone. Refunds as the purchase itself tells them: "refunded" without an amount means all of it.
 */
final class Totals {

  private final ZoneId zone;
  private final String firmCurrency;
  private final Map<Key, Month> months = new HashMap<>();
  private @Nullable Month last;

  private record Key(String currency, YearMonth month) {}

  /** Sums of one month in one currency. */
  static final class Month {

    private final Key key;
    private final Instant from;
    private final Instant until;
    private long sold;
    private long others;
    private BigDecimal gross = BigDecimal.ZERO;
    private BigDecimal refunded = BigDecimal.ZERO;
    private Instant first = Instant.MAX;
    private Instant last = Instant.MIN;

    private Month(Key key, ZoneId zone) {
      this.key = key;
      from = key.month().atDay(1).atStartOfDay(zone).toInstant();
      until = key.month().plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
    }

    private boolean has(String currency, Instant time) {
      return !time.isBefore(from) && time.isBefore(until) && key.currency().equals(currency);
    }

    private void add(boolean paid, Instant time, BigDecimal amount, BigDecimal back) {
      if (paid) {
        sold++;
        gross = gross.add(amount);
        refunded = refunded.add(back);
      } else {
        others++;
      }
      first = time.isBefore(first) ? time : first;
      last = time.isAfter(last) ? time : last;
    }

    MonthTotal total(ImportType type) {
      var month = key.month().atDay(1);
      return new MonthTotal(
          type, key.currency(), month, sold, gross, refunded, others, first, last);
    }
  }

  Totals(ZoneId zone, String firmCurrency) {
    this.zone = zone;
    this.firmCurrency = firmCurrency;
  }

  /** Rows that are of no money count for nothing. */
  void add(Object row) {
    if (row instanceof Purchase p) {
      boolean paid = p.status() != Status.PENDING && p.status() != Status.CANCELLED;
      month(p.currency(), p.time()).add(paid, p.time(), p.amount(), refunded(p));
    } else if (row instanceof Refund r) {
      month(r.currency(), r.time()).add(true, r.time(), r.amount(), BigDecimal.ZERO);
    } else if (row instanceof Payment p) {
      month(p.currency(), p.time()).add(true, p.time(), p.amount(), BigDecimal.ZERO);
    }
  }

  private static BigDecimal refunded(Purchase purchase) {
    var told = Objects.requireNonNullElse(purchase.refunded(), BigDecimal.ZERO);
    boolean all = purchase.status() == Status.REFUNDED && told.signum() == 0;
    return all ? purchase.amount() : told.min(purchase.amount());
  }

  private Month month(@Nullable String said, Instant time) {
    var currency = Objects.requireNonNullElse(said, firmCurrency);
    if (last == null || !last.has(currency, time)) {
      var key = new Key(currency, YearMonth.from(LocalDate.ofInstant(time, zone)));
      last = months.computeIfAbsent(key, k -> new Month(k, zone));
    }
    return last;
  }

  Collection<Month> months() {
    return months.values();
  }
}
