package dev.winback.worth;

import dev.winback.purchase.DaysLate;
import dev.winback.shared.Sentence;
import org.jspecify.annotations.Nullable;

/** What figures say to each criterion, with the sentence that names them. */
final class CriteriaJudge {

  /** A margin is big from one and a half times the firm's on, and low up to a sixth of it. */
  private static final double BIG = 1.5;

  private static final double LOW = 1.0 / 6;

  /** Percent of the earlier amount from which a customer is growing. */
  private static final int GROWING = 120;

  private static final int COMPLAINTS = 3;

  /** One complaint to so many purchases is too many. */
  private static final int PURCHASES_A_COMPLAINT = 4;

  private static final int COUPONS = 50;
  private static final int FEW = 3;

  private final CriteriaFigures figures;
  private final double firmMargin;

  CriteriaJudge(CriteriaFigures figures, CostSettings costs) {
    this.figures = figures;
    firmMargin = costs.marginPercent().doubleValue();
  }

  /** Null where nothing is known. */
  @Nullable Boolean holds(Criterion criterion) {
    return switch (criterion) {
      case BIG_MARGIN -> margin() == null ? null : margin() >= BIG * firmMargin;
      case LOW_MARGIN -> margin() == null ? null : margin() <= LOW * firmMargin;
      case TURNOVER -> judged() ? "A".equals(figures.abc()) : null;
      case PROMISING -> promising();
      case VISITING_CARD -> figures.flagship();
      case HURTS_COMPETITOR -> figures.competitor() == null ? null : Boolean.TRUE;
      case PAYS_BADLY -> paysBadly();
      case RARE_AND_LITTLE -> judged() ? rareAndLittle() : null;
      case TOO_DEMANDING -> demanding();
      case RUDE -> null;
      case NO_LOYALTY -> noLoyalty();
    };
  }

  /** Whether his class says something of him: money in other currencies is in none. */
  private boolean judged() {
    return figures.abc() != null && !figures.foreignYear();
  }

  private @Nullable Integer margin() {
    return figures.marginPercent();
  }

  private @Nullable Boolean promising() {
    if (Boolean.TRUE.equals(figures.candidate())) {
      return true;
    }
    return figures.growth() == null ? null : figures.growth() >= GROWING;
  }

  private @Nullable Boolean paysBadly() {
    if (figures.paysBadly()) {
      return true;
    }
    return figures.daysLate() == null ? null : figures.daysLate() > DaysLate.LIMIT;
  }

  private boolean rareAndLittle() {
    return "C".equals(figures.abc()) && "Z".equals(figures.xyz());
  }

  private boolean demanding() {
    return figures.complaints() >= COMPLAINTS
        && figures.complaints() * PURCHASES_A_COMPLAINT > figures.purchases();
  }

  private boolean noLoyalty() {
    return Boolean.TRUE.equals(figures.overPrice())
        && figures.purchases() >= FEW
        && figures.couponPercent() >= COUPONS;
  }

  Sentence why(Criterion criterion) {
    var key = "worth.why." + criterion.code();
    return switch (criterion) {
      case BIG_MARGIN, LOW_MARGIN -> said(key, margin(), firmMargin);
      case TURNOVER -> byClass(key, 0);
      case PROMISING ->
          Boolean.TRUE.equals(figures.candidate())
              ? Sentence.of(key + ".candidate")
              : said(key, figures.growth(), 0);
      case VISITING_CARD, RUDE -> Sentence.of(key);
      case HURTS_COMPETITOR -> said(key, figures.competitor(), 0);
      case PAYS_BADLY ->
          figures.paysBadly() ? Sentence.of(key + ".marked") : said(key, figures.daysLate(), 0);
      case RARE_AND_LITTLE -> byClass(key, figures.xyz());
      case TOO_DEMANDING -> Sentence.of(key, figures.complaints(), figures.purchases());
      case NO_LOYALTY -> Sentence.of(key, figures.couponPercent());
    };
  }

  private Sentence byClass(String key, @Nullable Object second) {
    return figures.foreignYear() ? Sentence.of(key + ".foreign") : said(key, figures.abc(), second);
  }

  private static Sentence said(String key, @Nullable Object figure, @Nullable Object second) {
    return figure == null || second == null
        ? Sentence.of(key + ".unknown")
        : Sentence.of(key, figure, second);
  }
}
