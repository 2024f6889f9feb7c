package dev.winback.report;

import dev.winback.value.CostOfLoss;

/** How many a firm lost of its base in twelve months and in the twelve before, and at what cost. */
public record LossRate(LossYear year, LossYear before, CostOfLoss cost, LossBands bands) {

  public LossBand band() {
    return bands.of(year.rate());
  }
}
