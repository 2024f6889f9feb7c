package dev.winback.romi;

import dev.winback.experiment.Amounts;
import dev.winback.experiment.Experiment;
import dev.winback.experiment.Finding;
import dev.winback.experiment.Interval;
import dev.winback.experiment.Step;
import dev.winback.worth.Romi;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What letters brought beyond what would have come by itself: losses that were written to against
 * losses kept back by lot, of those whose 60 days are over. Money of {@code finding} is margin a
 * head; {@code cost} is that of the letters and of their coupons up to the last look.
 */
public record Increment(Finding finding, BigDecimal cost) {

  /** A day of the comparison, and what its letters and their coupons cost. */
  record Day(Step step, BigDecimal cost) {}

  static Increment of(List<Day> days) {
    var finding = Experiment.of(days.stream().map(Day::step).toList());
    return new Increment(finding, cost(days, finding));
  }

  /** Both arms have somebody. */
  public boolean comparable() {
    return finding.now().treated().of() > 0 && finding.now().control().of() > 0;
  }

  private static BigDecimal cost(List<Day> days, Finding finding) {
    var seen = finding.seen();
    return days.stream()
        .filter(day -> seen != null && !day.step().day().isAfter(seen.day()))
        .map(Day::cost)
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .setScale(2, RoundingMode.HALF_UP);
  }

  /** Margin that came by the letters up to the last look; null before it. */
  public @Nullable BigDecimal margin() {
    return finding.money() == null ? null : whole(finding.moneyAbove());
  }

  /** From where to where this margin may lie; null before the last look. */
  public @Nullable BigDecimal low() {
    return bound(finding.money(), true);
  }

  public @Nullable BigDecimal high() {
    return bound(finding.money(), false);
  }

  private @Nullable BigDecimal bound(@Nullable Interval money, boolean low) {
    return money == null ? null : whole(low ? money.low() : money.high());
  }

  private BigDecimal whole(double aHead) {
    return BigDecimal.valueOf(aHead * treatedMoney().n()).setScale(2, RoundingMode.HALF_UP);
  }

  private Amounts treatedMoney() {
    var seen = finding.seen();
    return seen == null ? Amounts.NONE : seen.treatedMoney();
  }

  /** In percent; null before the first look or where the letters cost nothing. */
  public @Nullable Long romi() {
    var margin = margin();
    return margin == null ? null : new Romi(margin, cost).percent();
  }
}
