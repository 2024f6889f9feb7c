package dev.winback.value;

import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Whether a new fit says something else than the model in force. Signals keep dates that must not
 * wander from night to night, so a model stays until a late limit has moved by more than 3 %, the
 * first gap by two days, the mean chance by 3 %, the verdict on it changes, or a month is over.
 */
final class Difference {

  private static final double MOST = 0.03;
  private static final int DAYS = 2;
  private static final int REPEATS = 12;

  private final Fitted old;
  private final Fitted fresh;

  private Difference(Fitted old, Fitted fresh) {
    this.old = old;
    this.fresh = fresh;
  }

  static boolean matters(Fitted old, Fitted fresh, List<Buying> buyings) {
    return new Difference(old, fresh).matters(buyings);
  }

  private boolean matters(List<Buying> buyings) {
    var before = old.parts();
    var now = fresh.parts();
    return !fresh.day().isBefore(old.day().plusMonths(1))
        || old.state() != fresh.state()
        || !old.doubts().equals(fresh.doubts())
        || before != null && now != null && differ(before, now, buyings);
  }

  private static boolean differ(Fitted.Parts before, Fitted.Parts now, List<Buying> buyings) {
    return before.chance().source() != now.chance().source()
        || lateDiffers(before, now)
        || firstGapsDiffer(before.firstGaps(), now.firstGaps())
        || far(meanChance(before, buyings), meanChance(now, buyings));
  }

  private static boolean far(double before, double now) {
    return Math.abs(now - before) > MOST * Math.abs(before);
  }

  private static boolean lateDiffers(Fitted.Parts before, Fitted.Parts now) {
    var was = new Lateness(before.timing(), BuyingModel.LATE);
    var is = new Lateness(now.timing(), BuyingModel.LATE);
    for (int n = 1; n <= REPEATS; n++) {
      double last = n * before.medianGap();
      if (far(was.weeks(n, last), is.weeks(n, last))) {
        return true;
      }
    }
    return false;
  }

  private static boolean firstGapsDiffer(@Nullable FirstGaps before, @Nullable FirstGaps now) {
    if (before == null || now == null) {
      return before != now;
    }
    var kinds = new TreeSet<>(before.byKind().keySet());
    kinds.addAll(now.byKind().keySet());
    return gapDiffers(before.all(), now.all())
        || kinds.stream().anyMatch(kind -> gapDiffers(before.of(kind), now.of(kind)));
  }

  private static boolean gapDiffers(FirstGap before, FirstGap now) {
    return Math.abs(before.days(BuyingModel.LATE) - now.days(BuyingModel.LATE)) >= DAYS
        || Math.abs(before.days(BuyingModel.OVERDUE) - now.days(BuyingModel.OVERDUE)) >= DAYS;
  }

  private static double meanChance(Fitted.Parts parts, List<Buying> buyings) {
    return buyings.stream()
        .mapToDouble(b -> parts.chance().of(b, parts.ranking(), parts.medianGap()))
        .average()
        .orElse(0);
  }
}
