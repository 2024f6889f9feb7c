package dev.winback.signal;

import dev.winback.purchase.PurchaseSink;
import dev.winback.shared.BusinessClock;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the stream of purchases into histories; what does not count or is dated after the customer's
 * last day is left out.
 */
final class HistoryStream implements PurchaseSink {

  private final BusinessClock clock;
  private final LongFunction<LocalDate> lastDay;
  private final Map<Long, History> waiting;
  private final Consumer<History> taker;
  private @Nullable History current;
  private LocalDate until = LocalDate.MIN;

  /** Histories that wait have other facts already, and get the purchases of their customers. */
  HistoryStream(
      BusinessClock clock,
      LongFunction<LocalDate> lastDay,
      Map<Long, History> waiting,
      Consumer<History> taker) {
    this.clock = clock;
    this.lastDay = lastDay;
    this.waiting = waiting;
    this.taker = taker;
  }

  @Override
  public void row(
      long customer, long purchase, Instant at, BigDecimal net, String currency, boolean counting) {
    var history = of(customer);
    var day = clock.day(at);
    if (counting && !day.isAfter(until)) {
      history.bought(new Bought(purchase, at, day, net.unscaledValue().longValueExact(), currency));
    }
  }

  private History of(long customer) {
    var history = current;
    if (history == null || history.customer() != customer) {
      handOn();
      history =
          Objects.requireNonNullElseGet(waiting.remove(customer), () -> new History(customer));
      current = history;
      until = lastDay.apply(customer);
    }
    return history;
  }

  private void handOn() {
    if (current != null && !current.empty()) {
      taker.accept(current);
    }
    current = null;
  }

  /** The stream is over: hands on the last customer and those who never bought. */
  void end() {
    handOn();
    waiting.values().stream().filter(history -> !history.empty()).forEach(taker);
    waiting.clear();
  }
}
