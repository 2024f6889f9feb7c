package dev.winback.campaign;

import dev.winback.shared.Refused;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which losses of a campaign: {@code show} is one of {@link #SHOWN}, {@link #ARMS} or worked,
 * {@code held} the reason of one that was not due, {@code who} the login of whom they are assigned
 * to; all when nothing is said.
 */
public record CampaignFilter(@Nullable String show, @Nullable String held, @Nullable String who) {

  public static final CampaignFilter ALL = of(null);

  public static final List<String> SHOWN = List.of("all", "uncontacted", "outside", "returned");

  /** The list behind what each of the team did. */
  private static final String WORKED = "worked";

  /** Lists behind the numbers of the comparison, for who sees all figures. */
  public static final List<String> ARMS =
      List.of(
          "treated",
          "control",
          "held",
          "treated-over",
          "treated-returned",
          "control-over",
          "control-returned");

  public static final List<String> HELD = List.of("closed", "in_work", "elsewhere", "inactive");

  public static CampaignFilter of(@Nullable String show) {
    return new CampaignFilter(show, null, null);
  }

  /** The word that holds; refused when the address says one that is none. */
  public String asked() {
    var asked = Objects.requireNonNullElse(said(show), "all");
    if (!SHOWN.contains(asked) && !ARMS.contains(asked) && !asked.equals(WORKED)) {
      throw Refused.field("show", "campaign.refused.show", asked, String.join(", ", SHOWN));
    }
    return asked;
  }

  /** A part of a comparison, which says what was drawn. */
  boolean compared() {
    return ARMS.contains(asked()) || reason() != null;
  }

  @Nullable String reason() {
    var reason = said(held);
    if (reason != null && !HELD.contains(reason)) {
      throw Refused.field("held", "campaign.refused.show", reason, String.join(", ", HELD));
    }
    return reason;
  }

  @Nullable String login() {
    return said(who);
  }

  private static @Nullable String said(@Nullable String word) {
    return word == null || word.isBlank() ? null : word.strip();
  }
}
