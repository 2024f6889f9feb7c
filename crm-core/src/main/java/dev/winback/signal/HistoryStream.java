package dev.winback.signal;

import dev.winback.purchase.PurchaseRow;
import dev.winback.purchase.PurchaseSink;
import dev.winback.shared.BusinessClock;
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
  private final Map<Long, Traits> known;
  private final @Nullable Placing placing;
  private final Consumer<History> taker;
  private @Nullable History current;
  private LocalDate until = LocalDate.MIN;

  /** Histories that wait have other facts already, and get the purchases of their customers. */
  HistoryStream(
      BusinessClock clock,
      LongFunction<LocalDate> lastDay,
      Map<Long, History> waiting,
      Map<Long, Traits> known,
      @Nullable Placing placing,
      Consumer<History> taker) {
    this.clock = clock;
    this.lastDay = lastDay;
    this.waiting = waiting;
    this.known = known;
    this.placing = placing;
    this.taker = taker;
  }

  @Override
  public void row(PurchaseRow purchase) {
    var history = of(purchase.customer());
    var day = clock.day(purchase.second());
    if (purchase.counting() && !day.isAfter(until)) {
      history.bought(Bought.of(purchase, day));
    }
    if (placing != null) {
      placing.months().add(day, purchase);
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
      if (placing != null) {
        placing.months().of(customer);
      }
    }
    return history;
  }

  private void handOn() {
    var history = current;
    current = null;
    if (history == null) {
      return;
    }
    tell(history);
    if (placing != null) {
      placing.place(placing.months(), history);
    }
    if (!history.empty()) {
      taker.accept(history);
    }
  }

  private History tell(History history) {
    return history.with(known.getOrDefault(history.customer(), Traits.NONE));
  }

  /** The stream is over: hands on the last customer and those who never bought. */
  void end() {
    handOn();
    waiting.values().stream().filter(h -> !h.empty()).map(this::tell).forEach(taker);
    waiting.clear();
  }
}
