package dev.winback.web.worth;

import static java.util.stream.Collectors.joining;

import dev.winback.report.Figures;
import dev.winback.report.Stake;
import dev.winback.shared.Money;
import dev.winback.shared.Settings;
import dev.winback.staff.Actor;
import dev.winback.value.CostOfLoss;
import dev.winback.web.layout.Shown;
import dev.winback.web.layout.Wording;
import dev.winback.worth.CaseWorth;
import dev.winback.worth.Costs;
import dev.winback.worth.Criterion;
import dev.winback.worth.Effect;
import dev.winback.worth.Explanation;
import dev.winback.worth.Verdict;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Words and figures of what a loss is worth; templates reach it as {@code @worthShown}. */
@Component
public class WorthShown {

  private static final int TWELVE = 12;

  private final Figures figures;
  private final Costs costs;
  private final Shown shown;
  private final Wording wording;
  private final String currency;

  WorthShown(Figures figures, Costs costs, Shown shown, Wording wording, Settings settings) {
    this.figures = figures;
    this.costs = costs;
    this.shown = shown;
    this.wording = wording;
    currency = settings.currency().getCurrencyCode();
  }

  /** In what the firm counts. */
  public String currency() {
    return currency;
  }

  /** Money without cents, in the firm's currency. */
  public String gain(BigDecimal gain) {
    return shown.whole(gain, currency);
  }

  public String whole(@Nullable Money money) {
    return money == null ? "–" : shown.whole(money.amount(), money.currency());
  }

  /** In whole percent, because a chance is not known better. */
  public String chance(double chance) {
    return shown.wholePercent(chance);
  }

  public String verdict(String code) {
    return wording.of("worth.verdict." + code);
  }

  public String criterion(Criterion criterion) {
    return wording.of("worth.criterion." + criterion.code());
  }

  private static String how(Effect effect) {
    if (effect.absent()) {
      return ".not";
    }
    return effect.guessed() ? ".guess" : "";
  }

  /** Why the scales say so. */
  public String reason(CaseWorth worth) {
    boolean unshown = worth.verdict() == Verdict.NOT_WORTH && !worth.helps();
    return wording.of("worth.verdict." + worth.verdict().code() + (unshown ? ".unshown" : ".what"));
  }

  /** A plus or a minus in words: what is so, and where it matters, what is not. */
  public String effect(Effect effect, Explanation of) {
    var key = "worth.effect." + effect.feature() + how(effect);
    return wording.of(
        key, Math.round(effect.value()), of.purchases(), of.silentDays(), of.attempts());
  }

  /**
   * What the open lapses cost a year, in salaries and months of rent where somebody has said what
   * these are (DEC-09, DEC-12); null as long as nothing is lost.
   */
  public @Nullable String costOfLoss(Actor actor) {
    var open = figures.stakes(actor).stream().filter(stake -> stake.open() > 0).toList();
    return open.isEmpty() ? null : open.stream().map(this::sentence).collect(joining(" "));
  }

  private String sentence(Stake stake) {
    var loss = new CostOfLoss(stake.open(), new Money(stake.valueYear(), stake.currency()));
    var said = wording.of("worth.cost", stake.open(), whole(loss.year()), whole(loss.each()));
    var in = stake.currency().equals(currency) ? inMonths(loss) : null;
    return in == null ? said : said + " " + in;
  }

  /**
   * A loss in people who could be paid for a year and in months of rent; null where neither is set.
   */
  public @Nullable String inMonths(CostOfLoss loss) {
    var settings = costs.settings();
    var salaries = salaries(loss, settings.salary());
    var rents = loss.months(money(settings.rent()));
    if (salaries != null && rents != null) {
      return wording.of("worth.cost.both", number(salaries), number(rents));
    }
    if (salaries != null) {
      return wording.of("worth.cost.salaries", number(salaries));
    }
    return rents == null ? null : wording.of("worth.cost.rents", number(rents));
  }

  /** People who could be paid for a year. */
  private @Nullable BigDecimal salaries(CostOfLoss loss, @Nullable BigDecimal salary) {
    return salary == null ? null : loss.months(money(salary.multiply(BigDecimal.valueOf(TWELVE))));
  }

  private @Nullable Money money(@Nullable BigDecimal amount) {
    return amount == null ? null : new Money(amount, currency);
  }

  private String number(BigDecimal number) {
    return shown.decimal(number.doubleValue(), 1);
  }
}
