package dev.winback.letter;

import dev.winback.experiment.Share;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What the letters of one rung brought that gave one percent, of a rung that has given several;
 * compared: those of its last comparison of two discounts whose 60 days are over, and what the
 * coupons of that comparison gave away, in the firm's currency.
 */
public record RungPercent(
    int rung,
    int percent,
    LocalDate first,
    LocalDate last,
    long sent,
    long returned,
    long used,
    long compared,
    long comparedReturned,
    BigDecimal comparedGiven) {

  Share share() {
    return new Share(comparedReturned, compared);
  }
}
