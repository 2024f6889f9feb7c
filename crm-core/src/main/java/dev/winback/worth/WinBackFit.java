package dev.winback.worth;

import dev.winback.value.Posterior;
import dev.winback.value.Prior;
import dev.winback.value.WinBackPriors;
import java.time.LocalDate;
import java.util.List;

/**
 * What is known of the chance to win somebody back: the published beginning and what the firm's own
 * outcomes made of it.
 *
 * @param returned how many of the outcomes were returns
 * @param means of each feature over the open lapses
 */
record WinBackFit(
    LocalDate day, int returned, boolean calibrated, Posterior posterior, double[] means) {

  List<Prior> priors() {
    return WinBackPriors.table(calibrated);
  }
}
