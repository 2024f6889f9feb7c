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

  /** Far from the end of what a number of cents may be. */
  private static final long MANY = Long.MAX_VALUE / 4;

  private final ZoneId zone;
  private final String firmCurrency;
  private final Map<Key, Month> months = new HashMap<>();
  private @Nullable Month last;

  private record Key(String currency, YearMonth month) {}

  /** Sums of one month in one currency. */
  static final class Month {

    private final Key key;
    private final long from;
    private final long until;
    private long sold;
    private long others;
    private BigDecimal gross = BigDecimal.ZERO;
    private BigDecimal refunded = BigDecimal.ZERO;
    private Instant first = Instant.MAX;
    private Instant last = Instant.MIN;

    // of plain lines: objects for each would cost more than all that is added up
    private long firstSecond = Long.MAX_VALUE;
    private long lastSecond = Long.MIN_VALUE;
    private long grossCents;
    private long refundedCents;

    private Month(Key key, ZoneId zone) {
      this.key = key;
      from = key.month().atDay(1).atStartOfDay(zone).toEpochSecond();
      until = key.month().plusMonths(1).atDay(1).atStartOfDay(zone).toEpochSecond();
    }

    private boolean has(String currency, long second) {
      return second >= from && second < until && key.currency().equals(currency);
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

    private void add(boolean paid, long second, long amount, long back) {
      if (paid) {
        sold++;
        grossCents += amount;
        refundedCents += back;
        if (grossCents > MANY) {
          carry();
        }
      } else {
        others++;
      }
      firstSecond = Math.min(firstSecond, second);
      lastSecond = Math.max(lastSecond, second);
    }

    private void carry() {
      gross = gross.add(BigDecimal.valueOf(grossCents, 2));
      refunded = refunded.add(BigDecimal.valueOf(refundedCents, 2));
      grossCents = 0;
      refundedCents = 0;
    }

    MonthTotal total(ImportType type) {
      carry();
      if (firstSecond <= lastSecond) {
        var early = Instant.ofEpochSecond(firstSecond);
        var late = Instant.ofEpochSecond(lastSecond);
        first = early.isBefore(first) ? early : first;
        last = late.isAfter(last) ? late : last;
      }
      var month = key.month().atDay(1);
      return new MonthTotal(
          type, key.currency(), month, sold, gross, refunded, others, first, last);
    }
  }

  Totals(ZoneId zone, String firmCurrency) {
    this.zone = zone;
    this.firmCurrency = firmCurrency;
  }

  /** A purchase of a line that is read as bytes. */
  void add(
      @Nullable Status status, @Nullable String currency, long second, long amount, long refunded) {
    boolean all = status == Status.REFUNDED && refunded == 0;
    month(currency, second).add(sold(status), second, amount, all ? amount : refunded);
  }

  private static boolean sold(@Nullable Status status) {
    return status != Status.PENDING && status != Status.CANCELLED;
  }

  /** Rows that are of no money count for nothing. */
  void add(Object row) {
    if (row instanceof Purchase p) {
      month(p.currency(), p.time()).add(sold(p.status()), p.time(), p.amount(), refunded(p));
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
    return month(said, time.getEpochSecond());
  }

  private Month month(@Nullable String said, long second) {
    var currency = Objects.requireNonNullElse(said, firmCurrency);
    if (last == null || !last.has(currency, second)) {
      var day = LocalDate.ofInstant(Instant.ofEpochSecond(second), zone);
      var key = new Key(currency, YearMonth.from(day));
      last = months.computeIfAbsent(key, k -> new Month(k, zone));
    }
    return last;
  }

  Collection<Month> months() {
    return months.values();
  }
}
