package dev.winback.value;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * A gap that began in CDNOW's first 39 weeks and ended within the data: after so many repeats, the
 * last of them so many weeks after the first purchase. Whoever was called late in it was so
 * falsely.
 */
record EndedGap(int repeats, double weeks, int days) {

  /** "More than", where limits are compared by "at least". */
  static final double MORE = 1e-9;

  /** The rule: from which day on it calls a customer late. */
  interface Limit {
    double days(EndedGap gap);
  }

  static List<EndedGap> of(PurchaseDays customer) {
    var gaps = new ArrayList<EndedGap>();
    var all = customer.until(Cdnow.END);
    var day = Cdnow.END.minusDays(Math.round(all.age() * Buying.WEEK));
    for (int n = 0; n < all.repeats() && !day.isAfter(Cdnow.CALIBRATED); n++) {
      int days = next(customer, day);
      gaps.add(new EndedGap(n, customer.until(day).recency(), days));
      day = day.plusDays(days);
    }
    return gaps;
  }

  private static int next(PurchaseDays customer, LocalDate day) {
    int low = 0;
    int high = (int) ChronoUnit.DAYS.between(day, Cdnow.END);
    while (high - low > 1) {
      int middle = (low + high) / 2;
      if (customer.boughtBetween(day, day.plusDays(middle))) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }

  static double falseAlarms(List<EndedGap> gaps, Limit limit) {
    return gaps.stream().filter(g -> g.days() >= limit.days(g)).count() / (double) gaps.size();
  }

  static double median(List<EndedGap> gaps) {
    return gaps.stream()
        .map(EndedGap::days)
        .sorted()
        .skip(gaps.size() / 2)
        .findFirst()
        .orElseThrow();
  }

  /** His own mean gap so far, that of all after a first purchase. */
  double mean(double median) {
    return repeats == 0 ? median : weeks * Buying.WEEK / repeats;
  }
}
