package dev.winback.signal;

import dev.winback.customer.CustomerId;
import dev.winback.purchase.CustomerRange;
import dev.winback.purchase.PurchaseSink;
import dev.winback.purchase.Purchases;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Settings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.springframework.stereotype.Component;

/** Streams histories out of the database and folds each as it passes. */
@Component
class Fold {

  private final Purchases purchases;
  private final BusinessClock clock;
  private final String firmCurrency;

  Fold(Purchases purchases, BusinessClock clock, Settings settings) {
    this.purchases = purchases;
    this.clock = clock;
    this.firmCurrency = settings.currency().getCurrencyCode();
  }

  /** Facts and silence both up to this day. */
  List<Folded> fold(CustomerRange range, LocalDate day, Limits limits) {
    return fold(
        sink -> purchases.stream(range.from(), range.until(), sink), c -> day, c -> day, limits);
  }

  /** All facts known, silence up to this day: who bought since is not silent. */
  List<Folded> fold(Set<CustomerId> customers, LocalDate day) {
    var known = clock.today().isAfter(day) ? clock.today() : day;
    return fold(sink -> purchases.stream(customers, sink), c -> day, c -> known, Limits.DEFAULT);
  }

  /** Facts before each customer's own day, silence up to it. */
  List<Folded> foldBefore(Map<CustomerId, LocalDate> days) {
    return fold(
        sink -> purchases.stream(days.keySet(), sink),
        c -> day(days, c),
        c -> day(days, c).minusDays(1),
        Limits.DEFAULT);
  }

  private static LocalDate day(Map<CustomerId, LocalDate> days, long customer) {
    return java.util.Objects.requireNonNull(days.get(new CustomerId(customer)));
  }

  private List<Folded> fold(
      Consumer<PurchaseSink> stream,
      LongFunction<LocalDate> day,
      LongFunction<LocalDate> lastFact,
      Limits limits) {
    var detection = new Detection(limits, firmCurrency);
    var found = new ArrayList<Folded>();
    var histories =
        new HistoryStream(
            clock, lastFact, h -> found.add(detection.fold(h, day.apply(h.customer()))));
    stream.accept(histories);
    histories.end();
    return found;
  }
}
