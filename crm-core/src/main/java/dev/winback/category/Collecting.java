package dev.winback.category;

import dev.winback.purchase.PurchaseRow;
import dev.winback.purchase.PurchaseSink;
import dev.winback.shared.BusinessClock;

/** Cuts a stream of purchases into the months of one customer after another. */
final class Collecting implements PurchaseSink {

  private final Ranking ranking;
  private final BusinessClock clock;
  private final Months months;

  Collecting(Ranking ranking, BusinessClock clock) {
    this.ranking = ranking;
    this.clock = clock;
    months = ranking.months();
  }

  @Override
  public void row(PurchaseRow purchase) {
    if (purchase.customer() != months.customer) {
      end();
      months.of(purchase.customer());
    }
    months.add(clock.day(purchase.second()), purchase);
  }

  /** The stream is over: adds the last customer. */
  void end() {
    ranking.add(months);
    months.of(0);
  }
}
