package dev.winback.web.api;

import dev.winback.experiment.Verdict;
import dev.winback.worth.Increment;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Those who were written to or worked on against those kept back by lot, of those whose 60 days are
 * over, for scripts. Shares from -1 to 1, the chance that it paid from 0 to 1; money of the margin
 * that came by it up to the last look.
 */
public record ComparisonBody(
    long treatedOver,
    long treatedReturned,
    long controlOver,
    long controlReturned,
    Verdict verdict,
    int look,
    long more,
    @Nullable Double difference,
    @Nullable Double low,
    @Nullable Double high,
    @Nullable String margin,
    @Nullable String marginLow,
    @Nullable String marginHigh,
    String cost,
    @Nullable Long romiPercent,
    @Nullable Long romiLow,
    @Nullable Long romiHigh,
    @Nullable Double paidChance) {

  public static ComparisonBody of(Increment shown) {
    var finding = shown.finding();
    var difference = finding.difference();
    return new ComparisonBody(
        shown.treated().of(),
        shown.treated().returned(),
        shown.kept().of(),
        shown.kept().returned(),
        finding.verdict(),
        finding.look(),
        finding.more(),
        difference == null ? null : finding.above(),
        difference == null ? null : difference.low(),
        difference == null ? null : difference.high(),
        plain(shown.margin()),
        plain(shown.low()),
        plain(shown.high()),
        shown.cost().toPlainString(),
        shown.romi(),
        shown.romiLow(),
        shown.romiHigh(),
        shown.paid());
  }

  private static @Nullable String plain(@Nullable BigDecimal amount) {
    return amount == null ? null : amount.toPlainString();
  }
}
