package dev.winback.letter;

import dev.winback.shared.Refused;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rung is beside days and percent: the unit of its silence with the amount in it (null for
 * days), the classes of ABC and the reasons it is for (none: all), whom by channel, what it gives
 * in words and as which kind of offer that is counted, the worst-case cost of its coupons in the
 * firm's currency and how many of the backlog it writes to a day (null: no limit).
 */
public record RungTerms(
    RungUnit unit,
    @Nullable BigDecimal amount,
    String classes,
    List<String> reasons,
    RungChannel channel,
    @Nullable String gives,
    @Nullable String offerKind,
    @Nullable BigDecimal budget,
    @Nullable Integer quota) {

  /** Days of silence for everybody, a discount and no limits. */
  public static final RungTerms PLAIN =
      new RungTerms(RungUnit.DAYS, null, "", List.of(), RungChannel.OPEN, null, null, null, null);

  private static final int LONGEST_GIFT = 120;
  private static final int MOST_QUOTA = 1_000_000;
  private static final BigDecimal MOST_MONTHS = BigDecimal.valueOf(120);
  private static final BigDecimal MOST_GAPS = BigDecimal.valueOf(20);
  private static final BigDecimal MOST_BUDGET = BigDecimal.valueOf(1_000_000_000);

  public RungTerms {
    reasons = List.copyOf(reasons);
  }

  /** The same in the form it is kept, refused with the field that is wrong. */
  RungTerms checked() {
    if (!classes.matches("[ABCD]{0,4}")) {
      throw Refused.field("classes", "letter.refused.classes", classes);
    }
    if (quota != null && (quota < 1 || quota > MOST_QUOTA)) {
      throw Refused.field("quota", "letter.refused.range", quota, 1, MOST_QUOTA);
    }
    var gift = gives == null || gives.isBlank() ? null : gives.strip();
    if (gift != null && (gift.length() > LONGEST_GIFT || gift.contains("{{"))) {
      throw Refused.field("gives", "letter.refused.gives", LONGEST_GIFT);
    }
    if (gift != null && gift.chars().anyMatch(Character::isISOControl)) {
      throw Refused.field("gives", "letter.refused.control-character");
    }
    var kind = gift == null ? null : offerKind == null ? "gift" : offerKind;
    return new RungTerms(
        unit, checkedAmount(), classes, reasons, channel, gift, kind, checkedBudget(), quota);
  }

  private @Nullable BigDecimal checkedAmount() {
    if (unit == RungUnit.DAYS) {
      return null;
    }
    boolean months = unit == RungUnit.MONTHS;
    var least = months ? BigDecimal.ONE : new BigDecimal("1.1");
    var most = months ? MOST_MONTHS : MOST_GAPS;
    if (amount == null || amount.compareTo(least) < 0 || amount.compareTo(most) > 0) {
      throw Refused.field("amount", "letter.refused.amount", least, most);
    }
    return amount
        .setScale(months ? 0 : 1, RoundingMode.HALF_UP)
        .setScale(1, RoundingMode.UNNECESSARY);
  }

  private @Nullable BigDecimal checkedBudget() {
    if (budget != null && (budget.signum() <= 0 || budget.compareTo(MOST_BUDGET) > 0)) {
      throw Refused.field("budget", "letter.refused.range", budget, 1, MOST_BUDGET);
    }
    return budget == null ? null : budget.setScale(2, RoundingMode.HALF_UP);
  }

  /** For everybody who reaches it. */
  public boolean forAll() {
    return classes.isEmpty() && reasons.isEmpty() && channel == RungChannel.OPEN;
  }

  /** About so many days of silence, for those of whom no rhythm is known and for the order. */
  int days(@Nullable Integer typed) {
    if (unit == RungUnit.MONTHS && amount != null) {
      return amount.intValue() * 30;
    }
    if (typed == null) {
      throw Refused.field("days", "letter.refused.days");
    }
    return typed;
  }
}
