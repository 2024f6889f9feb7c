package dev.winback.value;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which models are not to be believed, exactly as science.md has it ("Calibration layer"). */
final class Gate {

  private static final double LEAST_DROP_OUT = 0.01;
  private static final double MOST_CHANGE = 1.5;

  private Gate() {}

  /** No doubts: trusted. */
  static List<Doubt> doubts(CnbdFit fit, @Nullable BackTest test) {
    var doubts = new ArrayList<Doubt>();
    if (fit.model().leaves() < LEAST_DROP_OUT) {
      doubts.add(Doubt.NO_DROP_OUT);
    }
    if (fit.atEdge()) {
      doubts.add(Doubt.AT_EDGE);
    }
    if (!fit.settled()) {
      doubts.add(Doubt.NOT_SETTLED);
    }
    if (test == null) {
      doubts.add(Doubt.NOT_TESTED);
    } else {
      doubts.addAll(doubts(test));
    }
    return List.copyOf(doubts);
  }

  private static List<Doubt> doubts(BackTest test) {
    var doubts = new ArrayList<Doubt>();
    if (test.all().loss() > test.all().lossOfConstant()) {
      doubts.add(Doubt.WORSE_THAN_BASE_RATE);
    }
    double before = test.baseRateBefore();
    double last = test.all().baseRate();
    if (Math.max(before, last) > MOST_CHANGE * Math.min(before, last)) {
      doubts.add(Doubt.SEASON);
    }
    return doubts;
  }
}
