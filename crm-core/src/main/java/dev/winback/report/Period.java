package dev.winback.report;

import dev.winback.category.Abc;
import dev.winback.shared.DaySpan;
import dev.winback.shared.Refused;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Losses ({@code loss}), returns ({@code return}) or new customers ({@code first}) from one day to
 * another, both included; those that one member lost, or ({@code lostBy} null) all; those of one
 * class ({@code abc}), or (null) of any.
 */
public record Period(
    String kind, LocalDate from, LocalDate until, @Nullable String lostBy, @Nullable String abc) {

  static final String FIRST = "first";

  /** Whoever lost them. */
  public static Period of(String kind, LocalDate from, LocalDate until) {
    return new Period(kind, from, until, null, null);
  }

  private static final Set<String> CLASSES =
      Arrays.stream(Abc.values()).map(Abc::name).collect(Collectors.toUnmodifiableSet());
  private static final List<String> KINDS = List.of("loss", "return", FIRST);

  /** Refused when an address leaves something out, names another kind, or turns the days. */
  public void check() {
    if (kind == null || !KINDS.contains(kind)) {
      throw Refused.field("kind", "refused.kind", kind == null ? "" : kind);
    }
    if (from == null || until == null) {
      throw Refused.field(from == null ? "from" : "until", "refused.day", "");
    }
    if (abc != null && !CLASSES.contains(abc)) {
      throw Refused.field("abc", "refused.category.filter", abc);
    }
    DaySpan.inOrder(from, until);
  }

  boolean first() {
    return kind.equals(FIRST);
  }
}
