package dev.winback.report;

import dev.winback.shared.DaySpan;
import dev.winback.shared.Refused;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Losses ({@code loss}), returns ({@code return}) or new customers ({@code first}) from one day to
 * another, both included; those that one member lost, or ({@code lostBy} null) all.
 */
public record Period(String kind, LocalDate from, LocalDate until, @Nullable String lostBy) {

  static final String FIRST = "first";

  /** Whoever lost them. */
  public static Period of(String kind, LocalDate from, LocalDate until) {
    return new Period(kind, from, until, null);
  }

  private static final List<String> KINDS = List.of("loss", "return", FIRST);

  /** Refused when an address leaves something out, names another kind, or turns the days. */
  public void check() {
    if (kind == null || !KINDS.contains(kind)) {
      throw Refused.field("kind", "refused.kind", kind == null ? "" : kind);
    }
    if (from == null || until == null) {
      throw Refused.field(from == null ? "from" : "until", "refused.day", "");
    }
    DaySpan.inOrder(from, until);
  }

  boolean first() {
    return kind.equals(FIRST);
  }
}
