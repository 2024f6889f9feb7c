package dev.winback.campaign;

import dev.winback.shared.DayText;
import dev.winback.shared.Refused;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A campaign as a person types it: {@code lead} and {@code team} are logins, {@code bonus} percent
 * of the first orders, {@code discount} the highest percent, {@code budget} in the firm's currency,
 * {@code control} percent of the losses that are kept back to compare with, none when nothing is
 * said.
 */
public record CampaignEntry(
    @Nullable String title,
    @Nullable String lead,
    @Nullable String post,
    @Nullable String starts,
    @Nullable String ends,
    @Nullable List<String> team,
    @Nullable String offers,
    @Nullable String discount,
    @Nullable String budget,
    @Nullable String bonus,
    @Nullable String incentive,
    @Nullable String control) {

  public static final CampaignEntry EMPTY =
      new CampaignEntry(null, null, null, null, null, null, null, null, null, null, null, null);

  private static final int LONGEST_TITLE = 120;
  private static final int LONGEST_WORDS = 500;
  private static final int MOST_KEPT = 90;

  String words() {
    var words = title == null ? "" : title.strip().replaceAll("\\s+", " ");
    if (words.isEmpty() || words.length() > LONGEST_TITLE) {
      throw Refused.field("title", "campaign.refused.title", LONGEST_TITLE);
    }
    return words;
  }

  LocalDate from() {
    return day("starts", starts);
  }

  LocalDate until() {
    var until = day("ends", ends);
    if (until.isBefore(from())) {
      throw Refused.field("ends", "campaign.refused.ends");
    }
    return until;
  }

  private static LocalDate day(String field, @Nullable String text) {
    return DayText.required(field, text);
  }

  List<String> members() {
    return team == null
        ? List.of()
        : team.stream().map(String::strip).filter(login -> !login.isEmpty()).distinct().toList();
  }

  @Nullable String as() {
    return line("post", post, 80);
  }

  @Nullable String offered() {
    return line("offers", offers, LONGEST_WORDS);
  }

  @Nullable String promised() {
    return line("incentive", incentive, LONGEST_WORDS);
  }

  private static @Nullable String line(String field, @Nullable String text, int longest) {
    var line = text == null ? "" : text.strip();
    if (line.length() > longest) {
      throw Refused.field(field, "campaign.refused.long", longest);
    }
    return line.isEmpty() ? null : line;
  }

  @Nullable BigDecimal money() {
    return number("budget", budget, new BigDecimal("999999999999"));
  }

  @Nullable BigDecimal share() {
    return number("bonus", bonus, new BigDecimal("100"));
  }

  @Nullable Integer most() {
    return percent("discount", discount, 100);
  }

  int kept() {
    return Objects.requireNonNullElse(percent("control", control, MOST_KEPT), 0);
  }

  private static @Nullable Integer percent(String field, @Nullable String text, int highest) {
    var percent = number(field, text, BigDecimal.valueOf(highest));
    if (percent != null && percent.stripTrailingZeros().scale() > 0) {
      throw Refused.field(field, "campaign.refused.number", percent.toPlainString());
    }
    return percent == null ? null : percent.intValue();
  }

  private static @Nullable BigDecimal number(
      String field, @Nullable String text, BigDecimal highest) {
    var number = text == null ? "" : text.strip().replace(',', '.');
    if (number.isEmpty()) {
      return null;
    }
    if (!number.matches("\\d{1,12}(\\.\\d{1,2})?")
        || new BigDecimal(number).compareTo(highest) > 0) {
      throw Refused.field(field, "campaign.refused.number", number);
    }
    return new BigDecimal(number);
  }
}
