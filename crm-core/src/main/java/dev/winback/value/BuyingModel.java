package dev.winback.value;

import dev.winback.value.Buying.Spend;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The model in force: when a customer is late, the chance that he buys by himself, and what he is
 * worth. Safe for any number of threads; {@link #lateDays} costs a table look-up.
 */
public final class BuyingModel {

  /** The share of such customers that still orders after they are called late. */
  public static final double LATE = 0.10;

  /** The same of lost ones. */
  public static final double OVERDUE = 0.05;

  /** Months of {@link Chance#WEEKS}. */
  private static final int ACTIVE_MONTHS = 3;

  private record Return(int repeats, int weeks, int months, double rate) {}

  private final Fitted fitted;
  private final Fitted.Parts parts;
  private final Map<Double, Lateness> lateness = new ConcurrentHashMap<>();
  private final Map<Return, Double> returns = new ConcurrentHashMap<>();

  BuyingModel(Fitted fitted) {
    this.fitted = fitted;
    parts = Objects.requireNonNull(fitted.parts());
  }

  Fitted fitted() {
    return fitted;
  }

  /** The day whose night put it in force. */
  public LocalDate since() {
    return fitted.day();
  }

  public ModelState state() {
    return fitted.state();
  }

  public ChanceSource chanceSource() {
    return parts.chance().source();
  }

  /**
   * Silent for so many days, a customer is late: only a share q of such customers orders after it
   * (science.md (6)). After a first purchase the firm's own first gaps decide, because the model
   * would wait for years.
   *
   * @param repeats purchase days after the first one
   * @param weeksOfLast weeks from his first to his last purchase
   */
  public int lateDays(int repeats, double weeksOfLast, double q) {
    return repeats == 0 ? firstGapDays(null, q) : late(q).days(repeats, weeksOfLast);
  }

  /** The same after a first purchase, by the kind of customer where there are enough of it. */
  public int firstGapDays(@Nullable String kind, double q) {
    var gaps = parts.firstGaps();
    return gaps == null ? late(q).days(0, 0) : gaps.of(kind).days(q);
  }

  private Lateness late(double q) {
    return lateness.computeIfAbsent(q, limit -> new Lateness(parts.timing(), limit));
  }

  /** The chance of at least one purchase in the next 13 weeks if nothing is done. */
  public double active(Buying buying) {
    return parts.chance().of(buying, parts.ranking(), parts.medianGap());
  }

  /** E[Y], science.md (5): purchases to expect within so many weeks if nothing is done. */
  public double expectedPurchases(Buying buying, double weeks) {
    return parts.timing().expected(buying, weeks);
  }

  /**
   * The same as the calibrated chance has it: P(alive) is what makes that chance of it, and nobody
   * is expected to buy less often than he is to buy at all (decision 927).
   */
  public double agreedPurchases(Buying buying, double weeks) {
    return Math.max(
        active(buying), agreement(parts.timing(), buying) * expectedPurchases(buying, weeks));
  }

  /** {@link #lifetimeValue} by the same, and never below one purchase at the calibrated chance. */
  public OptionalDouble agreedValue(Buying buying, ValueTerms terms) {
    var spend = expectedSpend(buying.spend());
    if (spend.isEmpty()) {
      return spend;
    }
    double one = terms.marginShare() * spend.getAsDouble() * active(buying);
    double discounted = one / Math.pow(1 + terms.monthlyRate(), ACTIVE_MONTHS);
    double value = lifetimeValue(buying, terms).orElseThrow();
    return OptionalDouble.of(Math.max(discounted, agreement(parts.ranking(), buying) * value));
  }

  /**
   * By how much P(alive) of a model is to be multiplied so that its chance of the next 13 weeks is
   * the calibrated one; 1 where that chance is of a season or of everybody and says nothing of him.
   */
  private double agreement(Cnbd model, Buying buying) {
    double promised = model.active(buying, Chance.WEEKS);
    if (parts.chance().source() != ChanceSource.CALIBRATED || promised <= 0) {
      return 1;
    }
    return Math.min(active(buying) / promised, 1 / model.alive(buying));
  }

  /** E(M | x, m), science.md (8), in the firm's currency; empty for who never paid in it. */
  public OptionalDouble expectedSpend(Spend spend) {
    var model = parts.spend();
    return model == null || !spend.known()
        ? OptionalDouble.empty()
        : OptionalDouble.of(model.expected(spend));
  }

  /** CLV, science.md (9), in the firm's currency. */
  public OptionalDouble lifetimeValue(Buying buying, ValueTerms terms) {
    var spend = expectedSpend(buying.spend());
    if (spend.isEmpty()) {
      return spend;
    }
    var ranking = parts.ranking();
    double purchases =
        LifetimeValue.purchases(ranking, buying.repeats(), buying.age(), terms)
            * ranking.alive(buying);
    return OptionalDouble.of(terms.marginShare() * spend.getAsDouble() * purchases);
  }

  /**
   * V_return, science.md (9): what a customer is worth who buys again at this moment, that purchase
   * included; by whole weeks of T, so that a list of thousands costs little.
   *
   * @param reason k_reason: always 1 (decision 134)
   */
  public OptionalDouble valueOfReturn(Buying buying, ValueTerms terms, double reason) {
    var spend = expectedSpend(buying.spend());
    if (spend.isEmpty()) {
      return spend;
    }
    double purchases = 1 + purchasesOfReturned(buying, terms);
    return OptionalDouble.of(terms.marginShare() * spend.getAsDouble() * purchases * reason);
  }

  private double purchasesOfReturned(Buying buying, ValueTerms terms) {
    int weeks = (int) Math.round(buying.age());
    var key = new Return(buying.repeats() + 1, weeks, terms.months(), terms.monthlyRate());
    return returns.computeIfAbsent(
        key,
        k -> {
          var returned = new Buying(k.repeats(), k.weeks(), k.weeks(), 0, Spend.NONE);
          return parts.ranking().alive(returned)
              * LifetimeValue.purchases(parts.ranking(), k.repeats(), k.weeks(), terms);
        });
  }
}
