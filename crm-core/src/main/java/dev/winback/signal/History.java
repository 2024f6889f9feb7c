package dev.winback.signal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One customer's facts in time order, up to the day on which it is looked at; further kinds of
 * facts join the purchases here.
 */
final class History {

  private final long customer;
  private final List<Bought> purchases = new ArrayList<>();
  private int purchaseDays;

  History(long customer) {
    this.customer = customer;
  }

  /** The next counting purchase; purchases come in the order of time. */
  History bought(Bought purchase) {
    if (purchases.isEmpty() || !last().day().equals(purchase.day())) {
      purchaseDays++;
    }
    purchases.add(purchase);
    return this;
  }

  long customer() {
    return customer;
  }

  boolean neverBought() {
    return purchases.isEmpty();
  }

  List<Bought> purchases() {
    return Collections.unmodifiableList(purchases);
  }

  Bought first() {
    return purchases.get(0);
  }

  Bought last() {
    return purchases.get(purchases.size() - 1);
  }

  /** Gaps between days with a purchase: two orders of one day are one visit. */
  int gaps() {
    return Math.max(0, purchaseDays - 1);
  }

  /** Days from the first to the last purchase; with {@link #gaps} the mean gap. */
  long span() {
    return ChronoUnit.DAYS.between(first().day(), last().day());
  }

  long silentDays(LocalDate day) {
    return ChronoUnit.DAYS.between(last().day(), day);
  }
}
