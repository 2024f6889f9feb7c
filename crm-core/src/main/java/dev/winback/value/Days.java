package dev.winback.value;

import dev.winback.customer.CustomerId;
import dev.winback.purchase.PurchaseSink;
import dev.winback.purchase.Purchases;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Settings;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Reads the purchase days of customers: counting purchases, by the firm's day and currency. */
@Component
class Days {

  /** Customers of one statement. */
  private static final int BATCH = 5_000;

  private final Purchases purchases;
  private final BusinessClock clock;
  private final String currency;

  Days(Purchases purchases, BusinessClock clock, Settings settings) {
    this.purchases = purchases;
    this.clock = clock;
    currency = settings.currency().getCurrencyCode();
  }

  /** Who bought up to this day, in the order of keys. */
  Map<Long, PurchaseDays> of(List<Long> customers, LocalDate until) {
    var reading = new Reading(until);
    for (int i = 0; i < customers.size(); i += BATCH) {
      var batch = customers.subList(i, Math.min(i + BATCH, customers.size()));
      purchases.stream(ids(batch), reading);
    }
    return reading.days;
  }

  private static Set<CustomerId> ids(List<Long> customers) {
    var ids = new HashSet<CustomerId>();
    customers.forEach(id -> ids.add(new CustomerId(id)));
    return ids;
  }

  private final class Reading implements PurchaseSink {

    private final LocalDate until;
    private final Map<Long, PurchaseDays> days = new LinkedHashMap<>();

    Reading(LocalDate until) {
      this.until = until;
    }

    @Override
    public void row(
        long customer, long purchase, Instant at, BigDecimal net, String paid, boolean counting) {
      var day = clock.day(at);
      if (counting && !day.isAfter(until)) {
        days.computeIfAbsent(customer, c -> new PurchaseDays(currency)).bought(day, net, paid);
      }
    }
  }
}
