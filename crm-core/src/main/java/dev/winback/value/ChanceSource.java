package dev.winback.value;

/** Where the chance of a purchase comes from. */
public enum ChanceSource {
  /** The model, calibrated on what the firm's customers did in the last 13 weeks. */
  CALIBRATED,
  /** A regression without the model on the same season of last year. */
  LAST_YEAR,
  /** The share of customers that bought in the last 13 weeks, the same for everybody. */
  BASE_RATE,
  /** The bare model, because there is nothing to calibrate it by. */
  MODEL
}
