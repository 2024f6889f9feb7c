package dev.winback.importing;

import dev.winback.shared.Refused;
import org.jspecify.annotations.Nullable;

/** Which runs are listed: of one type, in one state, of one member's login. */
public record RunFilter(@Nullable String type, @Nullable String state, @Nullable String member) {

  public static final RunFilter NONE = new RunFilter(null, null, null);

  /** Empty is any; what does not exist is refused. */
  public static RunFilter of(String type, String state, String member) {
    return new RunFilter(
        type.isBlank() ? null : ImportType.named(type).word(),
        state.isBlank() ? null : state(state),
        member.isBlank() ? null : member);
  }

  private static String state(String state) {
    try {
      return ImportRun.State.of(state).word();
    } catch (IllegalArgumentException e) {
      throw Refused.field("state", "refused.import-state", Values.shown(state));
    }
  }
}
