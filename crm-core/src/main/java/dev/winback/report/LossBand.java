package dev.winback.report;

/** How bad a loss rate of a year is (MEA-01); published experience, not a law. */
public enum LossBand {
  BELOW(0),
  NORMAL(0.05),
  WATCH(0.10),
  ACT(0.20),
  STRATEGY(0.50);

  private final double from;

  LossBand(double from) {
    this.from = from;
  }

  /** Where the band begins, from 0 to 1. */
  public double from() {
    return from;
  }

  /** 5 % and 10 % are normal, 20 % is time to act, more than 50 % is a question of strategy. */
  public static LossBand of(double rate) {
    if (rate > STRATEGY.from) {
      return STRATEGY;
    }
    if (rate >= ACT.from) {
      return ACT;
    }
    if (rate > WATCH.from) {
      return WATCH;
    }
    return rate >= NORMAL.from ? NORMAL : BELOW;
  }
}
