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
    if (rate > from(LossBand.STRATEGY)) {
      return LossBand.STRATEGY;
    }
    if (rate >= from(LossBand.ACT)) {
      return LossBand.ACT;
    }
    if (rate > from(LossBand.WATCH)) {
      return LossBand.WATCH;
    }
    return rate >= from(LossBand.NORMAL) ? LossBand.NORMAL : LossBand.BELOW;
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
