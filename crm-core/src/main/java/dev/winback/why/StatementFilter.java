package dev.winback.why;

import org.jspecify.annotations.Nullable;

/** Which questions a list shows: open ones unless {@code state} is {@code all}; of one login. */
public record StatementFilter(@Nullable String state, @Nullable String member) {

  boolean openOnly() {
    return !"all".equals(state);
  }

  @Nullable String login() {
    return member == null || member.isBlank() ? null : member.strip();
  }
}
