package dev.winback.campaign;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign did and brought, in the firm's currency: margin of the revenue since the returns,
 * the parts of its cost, and (margin − cost) / cost in percent, null without a cost (MEA-04).
 */
public record CampaignFigures(
    String currency,
    long calls,
    long letters,
    long returned,
    BigDecimal trial,
    BigDecimal revenue,
    BigDecimal margin,
    BigDecimal time,
    BigDecimal post,
    BigDecimal bonus,
    BigDecimal cost,
    @Nullable BigDecimal left,
    @Nullable Integer romi,
    List<MemberLine> members) {

  /** One of the team: losses he has, calls and talks, who came back with him, and his bonus. */
  public record MemberLine(
      String member,
      String login,
      long losses,
      long calls,
      long talks,
      long returned,
      BigDecimal trial,
      BigDecimal bonus) {}
}
