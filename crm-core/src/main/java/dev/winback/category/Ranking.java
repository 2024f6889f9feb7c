package dev.winback.category;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * The months of all customers, collected over the night in some ten bytes for each month with a
 * purchase: what needs all of them at once is found in passes over it. Rankings of two ranges of
 * customers join to one.
 */
public final class Ranking {

  private final LocalDate day;
  private final String currency;
  private final Instant begun;
  private final List<Packed> parts = new ArrayList<>();
  private long last = Long.MIN_VALUE;

  Ranking(LocalDate day, String currency, Instant begun) {
    this.day = day;
    this.currency = currency;
    this.begun = begun;
  }

  LocalDate day() {
    return day;
  }

  String currency() {
    return currency;
  }

  /** By the database's clock: who was judged by himself after it is known better there. */
  Instant begun() {
    return begun;
  }

  /** An object to collect one customer after another in, as of the day of this ranking. */
  public Months months() {
    return new Months(day, currency);
  }

  /** Customers come in ascending order; who has no purchase at all is left out. */
  public void add(Months months) {
    if (!months.known) {
      return;
    }
    if (months.customer <= last) {
      throw new IllegalArgumentException("customer " + months.customer + " after " + last);
    }
    if (parts.isEmpty() || parts.get(parts.size() - 1).isFull()) {
      parts.add(new Packed(months.customer));
    }
    last = months.customer;
    parts.get(parts.size() - 1).put(months);
  }

  /** Both together; their ranges of customers do not overlap. */
  public Ranking join(Ranking other) {
    if (!day.equals(other.day)) {
      throw new IllegalArgumentException(day + " and " + other.day + " do not join");
    }
    var joined = new Ranking(day, currency, begun.isBefore(other.begun) ? begun : other.begun);
    joined.parts.addAll(parts);
    joined.parts.addAll(other.parts);
    joined.parts.sort(Comparator.comparingLong(Packed::first));
    joined.last = Math.max(last, other.last);
    return joined;
  }

  /** Every customer in ascending order, one after another in the same object. */
  void each(Consumer<Months> look) {
    var months = months();
    for (var part : parts) {
      part.rewind();
      while (part.next(months)) {
        look.accept(months);
      }
    }
  }

  /** At least one, which may be empty: what is stored is compared with it all the same. */
  List<Packed> partsOrEmpty() {
    return parts.isEmpty() ? List.of(new Packed(0)) : parts;
  }
}
