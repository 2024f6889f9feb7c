package dev.winback.value;

/** Why a fitted model is not to be believed (science.md, "Calibration layer", the gate). */
public enum Doubt {
  /** a / (a + b) under 1 %: the fit ends on a peak and finds that nobody ever leaves. */
  NO_DROP_OUT,
  /** A parameter lies at the edge of what is allowed. */
  AT_EDGE,
  /** The search ended where the likelihood still rises. */
  NOT_SETTLED,
  /** In the back-test a constant would have been nearer to what came. */
  WORSE_THAN_BASE_RATE,
  /** The share that buys in 13 weeks changed by more than half between two cuts. */
  SEASON,
  /** The history is too short to test the model on the firm's own past. */
  NOT_TESTED
}
