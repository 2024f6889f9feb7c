package dev.winback.worth;

import dev.winback.experiment.Amounts;
import dev.winback.experiment.Experiment;
import dev.winback.experiment.Finding;
import dev.winback.experiment.Interval;
import dev.winback.experiment.Paid;
import dev.winback.experiment.Share;
import dev.winback.experiment.Step;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What letters or a campaign brought beyond what would have come by itself: losses that were worked
 * on against losses kept back by lot, of those whose 60 days are over. {@code seen} is what the
 * last look saw of the money, nothing before the first one.
 */
public record Increment(Share treated, Share kept, Finding finding, Money seen) {

  /**
   * Margin a head of both groups, what it cost to work on the first, and how many orders of both
   * were counted as less than they came to ({@link OrderCaps}).
   */
  public record Money(Amounts treated, Amounts kept, BigDecimal cost, long cut) {

    static final Money NONE = new Money(Amounts.NONE, Amounts.NONE, BigDecimal.ZERO, 0);

    Money plus(Money other) {
      return new Money(
          treated.plus(other.treated),
          kept.plus(other.kept),
          cost.add(other.cost),
          cut + other.cut);
    }
  }

  /** A day of the comparison. */
  public record Day(Step step, Money money) {}

  public static Increment of(List<Day> days) {
    var finding = Experiment.of(days.stream().map(Day::step).toList());
    var seen = finding.seen();
    var money =
        days.stream()
            .filter(day -> seen != null && !day.step().day().isAfter(seen.day()))
            .map(Day::money)
            .reduce(Money.NONE, Money::plus);
    return new Increment(
        days.stream().map(day -> day.step().treated()).reduce(Share.NONE, Share::plus),
        days.stream().map(day -> day.step().control()).reduce(Share.NONE, Share::plus),
        finding,
        money);
  }

  /** Both groups have somebody. */
  public boolean comparable() {
    return treated.of() > 0 && kept.of() > 0;
  }

  /** Of those up to the last look. */
  public BigDecimal cost() {
    return seen.cost().setScale(2, RoundingMode.HALF_UP);
  }

  /** Margin that came by it up to the last look; null before it. */
  public @Nullable BigDecimal margin() {
    return finding.look() == 0 ? null : whole(seen.treated().mean() - seen.kept().mean());
  }

  /** From where to where this margin may lie, as wide as four looks need; null before a look. */
  public @Nullable BigDecimal low() {
    return finding.look() == 0 ? null : whole(interval().low());
  }

  public @Nullable BigDecimal high() {
    return finding.look() == 0 ? null : whole(interval().high());
  }

  /** Whether it paid or not is beyond doubt: what it cost lies outside the interval. */
  public boolean proven() {
    var low = low();
    var high = high();
    return low != null && high != null && (low.compareTo(cost()) > 0 || high.compareTo(cost()) < 0);
  }

  private Interval interval() {
    return seen.treated().above(seen.kept(), Experiment.z(finding.look()));
  }

  private BigDecimal whole(double aHead) {
    return BigDecimal.valueOf(aHead * seen.treated().n()).setScale(2, RoundingMode.HALF_UP);
  }

  /** In percent; null before the first look or where it cost nothing. */
  public @Nullable Long romi() {
    return percent(margin());
  }

  /** From where to where it may lie, with the cost as it was; null where {@link #romi} is. */
  public @Nullable Long romiLow() {
    return percent(low());
  }

  public @Nullable Long romiHigh() {
    return percent(high());
  }

  /**
   * How likely it is that it brought more margin than it cost, from 0 to 1, with the margin of a
   * return as both groups show it together; null before the first look.
   */
  public @Nullable Double paid() {
    var step = finding.seen();
    return step == null
        ? null
        : Paid.chance(step.treated(), step.control(), ofOne(step), seen.cost().doubleValue());
  }

  /** Margin of one return; nothing where nobody returned. */
  private double ofOne(Step step) {
    long returned = step.treated().returned() + step.control().returned();
    return returned == 0 ? 0 : (seen.treated().sum() + seen.kept().sum()) / returned;
  }

  private @Nullable Long percent(@Nullable BigDecimal margin) {
    return margin == null ? null : new Romi(margin, cost()).percent();
  }
}
