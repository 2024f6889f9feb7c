package dev.winback.value;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one night's fit found: a row of {@code buying_model}.
 *
 * @param customers on whom it was fitted
 * @param repeaters those of them with a repeat
 * @param share of all customers that was drawn for it: 1 up to about 30,000
 * @param parts null where there is too little history
 */
record Fitted(
    LocalDate day,
    ModelState state,
    List<Doubt> doubts,
    int customers,
    int repeaters,
    double share,
    @Nullable Parts parts,
    @Nullable BackTest backTest) {

  /**
   * The models.
   *
   * @param ranking MBG/NBD: who buys, and what he is worth
   * @param timing its Erlang-k form: who is late, and how many purchases to expect
   * @param logLikelihood of {@code timing}
   * @param medianGap weeks
   * @param spend null where too few repeats brought money
   * @param firstGaps null where too few came back
   */
  record Parts(
      Cnbd ranking,
      Cnbd timing,
      double logLikelihood,
      double medianGap,
      @Nullable SpendModel spend,
      @Nullable FirstGaps firstGaps,
      Chance chance) {}

  static Fitted tooLittle(LocalDate day, int customers, int repeaters, double share) {
    return new Fitted(
        day, ModelState.TOO_LITTLE, List.of(), customers, repeaters, share, null, null);
  }
}
