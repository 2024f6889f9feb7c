package dev.winback.team;

import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which steps of plans a list shows: {@code state} is {@code open} (default), {@code due} (today or
 * before, of an open loss), {@code overdue}, {@code done} or {@code all}; {@code member} a login.
 */
public record PlanFilter(@Nullable String state, @Nullable String member) {

  public static final List<String> STATES = List.of("open", "due", "overdue", "done", "all");

  /** What this member is to do by now. */
  static PlanFilter due(Actor actor) {
    return new PlanFilter("due", actor.login());
  }

  /** Refused when the address says a word that the list does not know. */
  public void check() {
    stateAsked();
  }

  String stateAsked() {
    var asked = state == null || state.isBlank() ? "open" : state.strip();
    if (!STATES.contains(asked)) {
      throw Refused.field("state", "team.refused.state", asked);
    }
    return asked;
  }

  @Nullable String login() {
    return member == null || member.isBlank() ? null : member.strip();
  }
}
