package dev.winback.signal;

import dev.winback.purchase.PurchaseRow;
import dev.winback.purchase.PurchaseSink;
import dev.winback.shared.BusinessClock;
import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the stream of purchases into histories, one customer in memory at a time; what does not
 * count or is dated after the customer's last day is left out.
 */
final class HistoryStream implements PurchaseSink {

  private final BusinessClock clock;
  private final LongFunction<LocalDate> lastDay;
  private final Consumer<History> taker;
  private @Nullable History current;
  private LocalDate until = LocalDate.MIN;

  HistoryStream(BusinessClock clock, LongFunction<LocalDate> lastDay, Consumer<History> taker) {
    this.clock = clock;
    this.lastDay = lastDay;
    this.taker = taker;
  }

  @Override
  public void row(PurchaseRow purchase) {
    var history = of(purchase.customer());
    var day = clock.day(purchase.at());
    if (purchase.counting() && !day.isAfter(until)) {
      history.bought(Bought.of(purchase, day));
    }
  }

  private History of(long customer) {
    var history = current;
    if (history == null || history.customer() != customer) {
      end();
      history = new History(customer);
      current = history;
      until = lastDay.apply(customer);
    }
    return history;
  }

  /** The stream is over: hands on the last customer. */
  void end() {
    if (current != null && !current.neverBought()) {
      taker.accept(current);
    }
    current = null;
  }
}
