package dev.winback.category;

import dev.winback.purchase.PurchaseRow;
import dev.winback.purchase.PurchaseSink;
import dev.winback.shared.BusinessClock;
import java.util.Arrays;

/** Cuts a stream of purchases into the months of one customer after another. */
final class Collecting implements PurchaseSink {

  private final Ranking ranking;
  private final BusinessClock clock;
  private final long[] lost;
  private final Months months;

  /** {@code lost} are in ascending order. */
  Collecting(Ranking ranking, BusinessClock clock, long[] lost) {
    this.ranking = ranking;
    this.clock = clock;
    this.lost = lost;
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
    ranking.add(months.lost(Arrays.binarySearch(lost, months.customer) >= 0));
    months.of(0);
  }
}
