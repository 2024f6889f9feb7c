package dev.winback.value;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Fits all models to the customers of a day, tests them on the firm's own past and decides where
 * the chance of a purchase is to come from.
 */
final class Refit {

  private static final int WEEKS_OF_YEAR = 52;

  /** How long customers must have been known a year ago to say something of today's. */
  private static final int KNOWN = 26;

  private final LocalDate day;
  private final List<Sampled> customers;
  private final double share;
  private final List<PurchaseDays> days;
  private final List<Buying> buyings;

  private Refit(LocalDate day, List<Sampled> customers, double share) {
    this.day = day;
    this.customers = customers.stream().filter(c -> c.days().boughtBy(day)).toList();
    this.share = share;
    days = this.customers.stream().map(Sampled::days).toList();
    buyings = days.stream().map(c -> c.until(day)).toList();
  }

  static Fitted of(LocalDate day, List<Sampled> customers, double share) {
    var refit = new Refit(day, customers, share);
    int repeaters = (int) Cut.repeaters(refit.buyings);
    return repeaters < Cut.FEWEST
        ? Fitted.tooLittle(day, refit.buyings.size(), repeaters, share)
        : refit.fitted(repeaters);
  }

  private Fitted fitted(int repeaters) {
    var patterns = new Patterns(buyings);
    double gap = Cut.medianGap(buyings);
    var ranking = CnbdFit.of(patterns, DropOut.AFTER_EVERY, 1, LogPrior.around(gap, 1));
    var timing = CnbdFit.withStages(ranking, patterns, gap);
    var last = cut(Chance.WEEKS, ranking.model());
    var before = last == null ? null : cut(2 * Chance.WEEKS, last.ranking());
    var test = before == null ? null : BackTest.of(before, Objects.requireNonNull(last));
    var doubts = Gate.doubts(ranking, test);
    var parts = parts(ranking.model(), timing, gap, chance(doubts, last, ranking.model()));
    var state = doubts.isEmpty() ? ModelState.TRUSTED : ModelState.UNRELIABLE;
    return new Fitted(day, state, doubts, buyings.size(), repeaters, share, parts, test);
  }

  private Fitted.Parts parts(Cnbd ranking, CnbdFit timing, double gap, Chance chance) {
    return new Fitted.Parts(
        ranking, timing.model(), timing.logLikelihood(), gap, spend(), firstGaps(), chance);
  }

  private @Nullable Cut cut(int weeksAgo, Cnbd near) {
    return Cut.at(day.minusWeeks(weeksAgo), days, near);
  }

  private @Nullable SpendModel spend() {
    var pairs = new ArrayList<SecondOrders.Pair>();
    for (int i = 0; i < buyings.size(); i++) {
      var pair = new SecondOrders.Pair(buyings.get(i).spend().first(), days.get(i).second(day));
      if (pair.first() > 0 && pair.second() > 0) {
        pairs.add(pair);
      }
    }
    return SpendModel.of(buyings.stream().map(Buying::spend).toList(), pairs).orElse(null);
  }

  private @Nullable FirstGaps firstGaps() {
    var count = new FirstGaps.Count();
    for (int i = 0; i < buyings.size(); i++) {
      int silent = (int) Math.round(buyings.get(i).silence() * Buying.WEEK);
      count.add(customers.get(i).kind(), days.get(i).firstGap(day), silent);
    }
    return count.result();
  }

  private Chance chance(List<Doubt> doubts, @Nullable Cut last, Cnbd model) {
    if (last == null) {
      return new Chance(ChanceSource.MODEL, null, 0);
    }
    if (doubts.isEmpty()) {
      var calibration = Calibration.learn(last.features(), last.came(), true);
      return new Chance(ChanceSource.CALIBRATED, calibration, last.baseRate());
    }
    var lastYear = knownLastYear() ? cut(WEEKS_OF_YEAR, model) : null;
    return lastYear == null
        ? new Chance(ChanceSource.BASE_RATE, null, last.baseRate())
        : new Chance(
            ChanceSource.LAST_YEAR,
            Calibration.learn(lastYear.features(), lastYear.came(), false),
            last.baseRate());
  }

  private boolean knownLastYear() {
    var then = day.minusWeeks(WEEKS_OF_YEAR + KNOWN);
    return Cut.repeaters(Cut.known(then, days).stream().map(c -> c.until(then)).toList())
        >= Cut.FEWEST;
  }
}
