package dev.winback.signal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** One customer's facts in time order, up to the day on which it is looked at. */
final class History {

  private final long customer;
  private final List<Bought> purchases = new ArrayList<>();
  private List<Happening> happenings = List.of();
  private Traits traits = Traits.NONE;
  private int visits;

  History(long customer) {
    this.customer = customer;
  }

  /** The next counting purchase; purchases come in the order of time. */
  History bought(Bought purchase) {
    if (purchases.isEmpty() || !last().day().equals(purchase.day())) {
      visits++;
    }
    purchases.add(purchase);
    return this;
  }

  /** The next of the other facts, in the order of time. */
  History happened(Happening happening) {
    if (happenings.isEmpty()) {
      happenings = new ArrayList<>();
    }
    happenings.add(happening);
    return this;
  }

  History with(Traits known) {
    traits = known;
    return this;
  }

  long customer() {
    return customer;
  }

  Traits traits() {
    return traits;
  }

  boolean neverBought() {
    return purchases.isEmpty();
  }

  boolean empty() {
    return purchases.isEmpty() && happenings.isEmpty();
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

  /** Days with a purchase: two orders of one day are one visit. */
  int visits() {
    return visits;
  }

  /** Gaps between days with a purchase. */
  int gaps() {
    return Math.max(0, visits - 1);
  }

  /** Days from the first to the last purchase; with {@link #gaps} the mean gap. */
  long span() {
    return ChronoUnit.DAYS.between(first().day(), last().day());
  }

  long silentDays(LocalDate day) {
    return ChronoUnit.DAYS.between(last().day(), day);
  }

  /** The other facts of this kind, the oldest first. */
  Stream<Happening> all(Happening.Kind kind) {
    return happenings.stream().filter(h -> h.kind() == kind);
  }

  /** The other facts after the last purchase, the oldest first. */
  List<Happening> sinceLastPurchase() {
    return neverBought()
        ? happenings
        : happenings.stream().filter(h -> h.at().isAfter(last().at())).toList();
  }

  boolean boughtFrom(Happening happening) {
    return !neverBought() && !last().at().isBefore(happening.at());
  }
}
