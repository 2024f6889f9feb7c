package dev.winback.worth;

import dev.winback.lapse.Stage;
import dev.winback.shared.Money;
import dev.winback.value.Buying;
import dev.winback.value.BuyingModel;
import dev.winback.value.Posterior;
import dev.winback.value.ValueTerms;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The customer as an investment: margin of the second life on one scale, offer and time on the
 * other (DEC-17), weighed by how much asking him raises the chance (science.md, "Priority").
 */
final class Scales {

  /** k_reason: nobody is said to stay longer or shorter for his reason (decision 134). */
  private static final double SAME = 1;

  /** They say how all customers behave and where this one begins: no plus or minus of his. */
  private static final Set<String> TAKEN_AS_GIVEN = Set.of("scale", "unasked");

  /** Log-odds that move a chance by less than half a percent. */
  private static final double LEAST = 0.02;

  private final BuyingModel model;
  private final WinBackFit fit;
  private final CostSettings costs;
  private final ValueTerms terms;
  private final Offering offering;
  private final String currency;

  Scales(BuyingModel model, WinBackFit fit, CostSettings costs, Offering offering) {
    this.model = model;
    this.fit = fit;
    this.costs = costs;
    this.offering = offering;
    currency = offering.currency();
    terms = costs.terms();
  }

  CaseWorth weigh(CaseRow row) {
    return new Weighing(row).worth();
  }

  /** What speaks for and against, the strongest first; what changes next to nothing is left out. */
  List<Effect> effects(CaseRow row) {
    var priors = fit.priors();
    var buying = row.buying(currency);
    var features = Features.of(row, offering.of(row), buying, model.active(buying), priors);
    return IntStream.range(0, features.length)
        .filter(k -> !TAKEN_AS_GIVEN.contains(priors.get(k).feature()) && certain(k))
        .mapToObj(k -> effect(row, k, features[k]))
        .filter(effect -> Math.abs(effect.logOdds()) >= LEAST && effect.says())
        .sorted(Comparator.comparingDouble(effect -> -Math.abs(effect.logOdds())))
        .toList();
  }

  /** Against what is published, or without it, our own outcomes must be sure of the direction. */
  private boolean certain(int k) {
    double weight = fit.posterior().coefficient(k);
    return weight * fit.priors().get(k).mean() > 0 || Math.abs(weight) >= fit.posterior().sd(k);
  }

  private Effect effect(CaseRow row, int k, double value) {
    var name = fit.priors().get(k).feature();
    var posterior = fit.posterior();
    return new Effect(
        name,
        value,
        Features.known(name, row),
        posterior.contribution(k, value, fit.means()[k]),
        posterior.learned(k));
  }

  BuyingModel model() {
    return model;
  }

  WinBackFit fit() {
    return fit;
  }

  CostSettings costs() {
    return costs;
  }

  /** One customer on the scales. */
  private final class Weighing {

    private final CaseRow row;
    private final Buying buying;
    private final Offered offered;
    private final boolean asked;
    private final double unasked;
    private final double chance;
    private final Posterior.Range range;
    private final OptionalDouble secondLife;

    Weighing(CaseRow row) {
      this.row = row;
      buying = row.buying(currency);
      offered = offering.of(row);
      asked = row.asked() != Channel.NONE && !row.gone();
      unasked = model.active(buying);
      var features = Features.of(row, offered, buying, unasked, fit.priors());
      chance = asked ? Math.max(fit.posterior().chance(features), unasked) : unasked;
      range = asked ? range(features) : new Posterior.Range(unasked, unasked);
      secondLife = model.valueOfReturn(buying, terms, SAME);
    }

    /**
     * What speaks against a case speaks against his coming unasked as well, which is not in that
     * chance: below it the figures do not show that asking helps, and not that it harms (decision
     * 926).
     */
    private Posterior.Range range(double[] features) {
      var range = fit.posterior().range(features);
      return new Posterior.Range(Math.min(range.low(), chance), Math.max(range.high(), chance));
    }

    CaseWorth worth() {
      boolean known = secondLife.isPresent();
      return new CaseWorth(
          row.lapse(),
          unasked,
          chance,
          range.low(),
          range.high(),
          row.asked(),
          offered.percent(),
          offered.kind(),
          offered.asks(),
          known ? money(secondLife.getAsDouble()) : null,
          known && offered.cost() != null ? money(offered.money()) : null,
          contacts(chance),
          money(effort(chance)),
          known && asked ? money(gain(chance)) : null,
          verdict());
    }

    private double contacts(double at) {
      return asked ? expected(row.contacts(), at) : 0;
    }

    private double effort(double at) {
      var each = row.asked() == Channel.CALL ? costs.call() : costs.letterCost();
      return contacts(at) * each.doubleValue();
    }

    private double gain(double at) {
      return Scales.gain(at, unasked, secondLife.orElse(0), offered.money(), effort(at));
    }

    private Verdict verdict() {
      if (row.gone()) {
        return Verdict.GONE;
      }
      if (row.stage() == Stage.TWICE_LOST) {
        return Verdict.TWICE_LOST;
      }
      if (!asked) {
        return Verdict.UNREACHABLE;
      }
      return secondLife.isEmpty() ? Verdict.UNKNOWN : byMoney();
    }

    private Verdict byMoney() {
      if (gain(chance) <= 0) {
        return Verdict.NOT_WORTH;
      }
      return gain(Math.min(range.low(), chance)) > 0 ? Verdict.WORTH : Verdict.DOUBTFUL;
    }
  }

  /**
   * How many of the planned contacts are to be expected when the last one is the one that brings
   * him back, each as likely as the others: with h the chance of each, 1 - (1 - h)^n = chance, they
   * are 1 + (1 - h) + ... + (1 - h)^(n - 1) = chance / h.
   */
  static double expected(int planned, double chance) {
    double each = -Math.expm1(Math.log1p(-chance) / planned);
    return each > 0 ? chance / each : planned;
  }

  /** (P1 - P0) V - P1 offer - effort, science.md, "Priority". */
  static double gain(double chance, double unasked, double value, double offer, double effort) {
    return (chance - unasked) * value - chance * offer - effort;
  }

  private Money money(double amount) {
    return new Money(BigDecimal.valueOf(amount).setScale(2, RoundingMode.HALF_UP), currency);
  }
}
