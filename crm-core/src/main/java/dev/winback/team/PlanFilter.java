package dev.winback.team;

import org.jspecify.annotations.Nullable;

/**
 * Which steps of plans a list shows: {@code state} is {@code open} (default), {@code overdue},
 * {@code done} or {@code all}; {@code member} a login.
 */
public record PlanFilter(@Nullable String state, @Nullable String member) {

  String stateAsked() {
    return state == null || state.isBlank() ? "open" : state.strip();
  }

  @Nullable String login() {
    return member == null || member.isBlank() ? null : member.strip();
  }
}
