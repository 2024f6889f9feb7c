package dev.winback.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Prints how often each rule of lateness would have called a customer late who then ordered: of the
 * gaps that began in the first 39 weeks and ended within the data.
 */
final class LateReport {

  private final List<PurchaseDays> customers;
  private final List<EndedGap> gaps = new ArrayList<>();
  private final Lateness late;
  private final Lateness overdue;

  LateReport(List<PurchaseDays> customers, Cnbd model) {
    this.customers = customers;
    customers.forEach(c -> gaps.addAll(EndedGap.of(c)));
    late = new Lateness(model, BuyingModel.LATE);
    overdue = new Lateness(model, BuyingModel.OVERDUE);
  }

  void print() {
    double median = EndedGap.median(gaps);
    System.out.printf("false alarms of %d ended gaps:%n", gaps.size());
    alarms("fixed 90 days (published 31 %)", g -> 90);
    alarms("own mean x 5/3 (43 %)", g -> g.mean(median) * 5 / 3 + EndedGap.MORE);
    alarms("own mean x 2 (38 %)", g -> g.mean(median) * 2 + EndedGap.MORE);
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

  private void alarms(String rule, EndedGap.Limit limit) {
    System.out.printf("  %s: %.1f %%%n", rule, 100 * EndedGap.falseAlarms(gaps, limit));
  }
}
