package dev.winback.web.report;

import dev.winback.report.LostFilter;
import org.jspecify.annotations.Nullable;

/**
 * What the report of reasons is asked: {@code by} which lines, of losses opened in these days, and
 * only those of one reason, goods or loser: so each of the three is crossed with the others.
 */
public record ReasonsAsked(
    @Nullable String by,
    @Nullable String reason,
    @Nullable String goods,
    @Nullable String lostBy,
    @Nullable String from,
    @Nullable String to) {

  public String lines() {
    return by == null || by.isBlank() ? "reason" : by.strip();
  }

  public LostFilter filter() {
    return LostFilter.opened(from, to).narrowed(text(reason), text(goods), text(lostBy));
  }

  /** The same with the line of this key chosen, to be told apart by something else. */
  public ReasonsAsked across(String other, String key) {
    return switch (lines()) {
      case "reason" -> new ReasonsAsked(other, key, goods, lostBy, from, to);
      case "product" -> new ReasonsAsked(other, reason, key, lostBy, from, to);
      default -> new ReasonsAsked(other, reason, goods, key, from, to);
    };
  }

  private static @Nullable String text(@Nullable String said) {
    return said == null || said.isBlank() ? null : said.strip();
  }
}
