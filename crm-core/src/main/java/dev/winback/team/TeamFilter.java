package dev.winback.team;

import dev.winback.shared.DaySpan;
import dev.winback.shared.Refused;
import java.time.LocalDate;
import java.util.List;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Whose work of which days a page shows: {@code member} is a login, {@code from} and {@code to} are
 * days, both included, those of {@link TeamPeriod} when nothing is said; {@code state} narrows the
 * list: promises by {@code open}, {@code kept}, {@code broken} or {@code overdue}, calls by {@code
 * talks}, {@code appointment} or {@code offer_given}.
 */
public record TeamFilter(
    @Nullable String member, @Nullable String from, @Nullable String to, @Nullable String state) {

  private static final List<String> STATES =
      List.of("all", "open", "kept", "broken", "overdue", "talks", "appointment", "offer_given");

  public static TeamFilter of(String state) {
    return new TeamFilter(null, null, null, state);
  }

  /** The usual length is asked for only when no first day is said. */
  LocalDate first(LocalDate today, IntSupplier usual) {
    return DaySpan.of(from, to).first(today, usual);
  }

  LocalDate last(LocalDate today) {
    return DaySpan.of(from, to).last(today);
  }

  String stateAsked() {
    var asked = state == null || state.isBlank() ? "all" : state.strip();
    if (!STATES.contains(asked)) {
      throw Refused.field("state", "team.refused.state", asked);
    }
    return asked;
  }

  @Nullable String login() {
    return member == null || member.isBlank() ? null : member.strip();
  }
}
