package dev.winback.report;

import dev.winback.shared.Refused;

/**
 * Where the bands of a loss rate begin, in percent of a year (MEA-01, OPS-06); as shipped 5 to 10
 * is normal, 20 is time to act, and more than 50 a question of strategy: published experience, not
 * a law.
 */
public record LossBands(int normal, int watch, int act, int strategy) {

  private static final double PERCENT = 100;
  private static final int MOST = 100;

  /** What is normal ends with its last percent, and so does what can still be acted on. */
  public LossBand of(double rate) {
    double percent = rate * PERCENT;
    if (percent > strategy) {
      return LossBand.STRATEGY;
    }
    if (percent >= act) {
      return LossBand.ACT;
    }
    if (percent > watch) {
      return LossBand.WATCH;
    }
    return percent >= normal ? LossBand.NORMAL : LossBand.BELOW;
  }

  /** Where the band begins, from 0 to 1. */
  public double from(LossBand band) {
    return switch (band) {
          case BELOW -> 0;
          case NORMAL -> normal;
          case WATCH -> watch;
          case ACT -> act;
          case STRATEGY -> strategy;
        }
        / PERCENT;
  }

  LossBands checked() {
    after("normal", normal, 0);
    after("watch", watch, normal);
    after("act", act, watch);
    after("strategy", strategy, act);
    return this;
  }

  private static void after(String field, int percent, int before) {
    if (percent <= before || percent >= MOST) {
      throw Refused.field(field, "refused.between", before + 1, MOST - 1, percent);
    }
  }
}
