package dev.winback.report;

/** How bad a loss rate of a year is (MEA-01), from what is better than usual on. */
public enum LossBand {
  BELOW,
  NORMAL,
  WATCH,
  ACT,
  STRATEGY
}
