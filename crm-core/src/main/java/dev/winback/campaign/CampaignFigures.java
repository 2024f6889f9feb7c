package dev.winback.campaign;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign did and brought, in the firm's currency: margin of the revenue since the returns,
 * the parts of its cost with what the offers that were used cost, and (margin − cost) / cost in
 * percent, null without a cost (MEA-04); margin, cost and the bonus of others are null for who does
 * not run campaigns.
 */
public record CampaignFigures(
    String currency,
    long calls,
    long letters,
    long returned,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal trial,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal revenue,
    @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal margin,
    @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal time,
    @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal post,
    @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal offers,
    @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal bonus,
    @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal cost,
    @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal left,
    @Nullable Long romi,
    List<MemberLine> members) {

  /** One of the team: losses he has, calls and talks, who came back with him, and his bonus. */
  public record MemberLine(
      String member,
      String login,
      long losses,
      long calls,
      long talks,
      long returned,
      @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal trial,
      @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal bonus) {

    private MemberLine seenBy(String reader) {
      return reader.equals(login)
          ? this
          : new MemberLine(member, login, losses, calls, talks, returned, trial, null);
    }
  }

  /** From so much of the budget on it is said (OPS-02). */
  private static final int NEAR = 80;

  private static final int ALL = 100;

  /** How the cost stands to the budget. */
  public enum Strain {
    NONE,
    NEAR,
    OVER;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Strain of(long percent) {
      return percent >= ALL ? OVER : percent >= CampaignFigures.NEAR ? NEAR : NONE;
    }
  }

  /** Whole percent of the budget that is spent, rounded down; null: no budget, or not for him. */
  public @Nullable Long spentPercent() {
    if (cost == null || left == null) {
      return null;
    }
    var budget = cost.add(left);
    if (budget.signum() <= 0) {
      return cost.signum() > 0 ? (long) ALL : 0L;
    }
    return cost.multiply(BigDecimal.valueOf(ALL)).divideToIntegralValue(budget).longValue();
  }

  /** Null as above. */
  public @Nullable Strain strain() {
    var percent = spentPercent();
    return percent == null ? null : Strain.of(percent);
  }

  /** Who came back with nobody of the team: by himself, or by another member. */
  public long othersReturned() {
    return returned - members.stream().mapToLong(MemberLine::returned).sum();
  }

  /** Their first orders. */
  public BigDecimal othersTrial() {
    return members.stream().map(MemberLine::trial).reduce(trial, BigDecimal::subtract);
  }

  /** Without what the firm spends and earns by it, and without the bonus of others. */
  CampaignFigures seenBy(String login) {
    var lines = members.stream().map(line -> line.seenBy(login)).toList();
    return new CampaignFigures(
        currency, calls, letters, returned, trial, revenue, null, null, null, null, null, null,
        null, null, lines);
  }
}
