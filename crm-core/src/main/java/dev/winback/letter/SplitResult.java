package dev.winback.letter;

import dev.winback.experiment.Interval;
import dev.winback.experiment.Share;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What the dearer of two discounts brought beyond the cheaper one, among the letters of the same
 * days whose 60 days are over: both shares, the difference with Newcombe's interval of 95 % (from
 * -1 to 1), and what the dearer one gave away more in a year, in the firm's currency.
 */
public record SplitResult(
    RungSplit split, Share cheaper, Share dearer, Interval difference, BigDecimal savingAYear) {

  /** Fewer letters on either side say nothing that anybody should act on. */
  public static final int LEAST = 30;

  private static final double Z95 = 1.96;
  private static final int YEAR = 365;

  static SplitResult of(RungSplit split, List<RungPercent> percents, LocalDate today) {
    var cheaper = share(percents, split.cheaper());
    var dearer = share(percents, split.dearer());
    return new SplitResult(
        split, cheaper, dearer, dearer.above(cheaper, Z95), saving(split, percents, today));
  }

  private static Share share(List<RungPercent> percents, int percent) {
    return percents.stream()
        .filter(one -> one.percent() == percent)
        .findFirst()
        .map(RungPercent::share)
        .orElse(Share.NONE);
  }

  /** The dearer half's part above the cheaper percent, as if all letters gave the dearer one. */
  private static BigDecimal saving(RungSplit split, List<RungPercent> percents, LocalDate today) {
    var until = split.endedOn() == null ? today : split.endedOn();
    long days = Math.max(1, ChronoUnit.DAYS.between(split.since(), until));
    var given =
        percents.stream()
            .filter(one -> one.percent() == split.dearer())
            .map(RungPercent::comparedGiven)
            .findFirst()
            .orElse(BigDecimal.ZERO);
    return given
        .multiply(BigDecimal.valueOf(2L * YEAR * (split.dearer() - split.cheaper())))
        .divide(BigDecimal.valueOf(days * split.dearer()), 2, RoundingMode.HALF_UP);
  }

  /** Both halves have enough letters. */
  public boolean tells() {
    return cheaper.of() >= LEAST && dearer.of() >= LEAST;
  }

  /** Percentage points by which the dearer half came back more often. */
  public double points() {
    return 100 * dearer.above(cheaper);
  }
}
