package dev.winback.value;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Prints how often each rule of lateness would have called a customer late who then ordered: of the
 * gaps that began in the first 39 weeks and ended within the data.
 */
final class LateReport {

  /** "More than", where limits are compared by "at least". */
  private static final double MORE = 1e-9;

  private final List<PurchaseDays> customers;
  private final List<Gap> gaps = new ArrayList<>();
  private final Lateness late;
  private final Lateness overdue;

  LateReport(List<PurchaseDays> customers, Cnbd model) {
    this.customers = customers;
    customers.forEach(c -> gaps.addAll(Gap.of(c)));
    late = new Lateness(model, BuyingModel.LATE);
    overdue = new Lateness(model, BuyingModel.OVERDUE);
  }

  void print() {
    var lengths = gaps.stream().map(Gap::days).sorted().toList();
    double median = lengths.get(lengths.size() / 2);
    System.out.printf("false alarms of %d ended gaps:%n", gaps.size());
    alarms("fixed 90 days (published 31 %)", g -> 90);
    alarms("own mean x 5/3 (43 %)", g -> g.mean(median) * 5 / 3 + MORE);
    alarms("own mean x 2 (38 %)", g -> g.mean(median) * 2 + MORE);
    alarms("model, 90 % quantile (7 %)", g -> late.days(g.repeats(), g.weeks()));
    alarms("model, 95 % quantile (4 %)", g -> overdue.days(g.repeats(), g.weeks()));
    firstGaps();
  }

  /** The rules as they are in force: the first gap by its own quantiles. */
  private void firstGaps() {
    var count = new FirstGaps.Count();
    for (var c : customers) {
      int silent = (int) Math.round(c.until(Cdnow.END).silence() * Buying.WEEK);
      count.add(null, c.firstGap(Cdnow.END), silent);
    }
    var first = Objects.requireNonNull(count.result()).all();
    int tenth = first.days(BuyingModel.LATE);
    int twentieth = first.days(BuyingModel.OVERDUE);
    alarms(
        "late as in force, first gap %d days".formatted(tenth),
        g -> g.repeats() == 0 ? tenth : late.days(g.repeats(), g.weeks()));
    alarms(
        "overdue as in force, first gap %d days".formatted(twentieth),
        g -> g.repeats() == 0 ? twentieth : overdue.days(g.repeats(), g.weeks()));
    gaps.removeIf(g -> g.repeats() == 0);
    alarms("after a repeat, late", g -> late.days(g.repeats(), g.weeks()));
    alarms("after a repeat, overdue", g -> overdue.days(g.repeats(), g.weeks()));
  }

  private interface Limit {
    double days(Gap gap);
  }

  private void alarms(String rule, Limit limit) {
    double called = gaps.stream().filter(g -> g.days() >= limit.days(g)).count();
    System.out.printf("  %s: %.1f %%%n", rule, 100 * called / gaps.size());
  }

  /** A gap between two purchase days, after so many repeats in so many weeks. */
  private record Gap(int repeats, double weeks, int days) {

    static List<Gap> of(PurchaseDays customer) {
      var gaps = new ArrayList<Gap>();
      var all = customer.until(Cdnow.END);
      var day = Cdnow.END.minusDays(Math.round(all.age() * Buying.WEEK));
      for (int n = 0; n < all.repeats() && !day.isAfter(Cdnow.CALIBRATED); n++) {
        int days = next(customer, day);
        gaps.add(new Gap(n, customer.until(day).recency(), days));
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

    double mean(double median) {
      return repeats == 0 ? median : weeks * Buying.WEEK / repeats;
    }
  }
}
