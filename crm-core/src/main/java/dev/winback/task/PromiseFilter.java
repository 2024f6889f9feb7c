package dev.winback.task;

import dev.winback.shared.Refused;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which promises a list shows: {@code open} (default, those due among them), {@code broken}, {@code
 * kept} or {@code all}, of one member or of all one may see.
 */
public record PromiseFilter(@Nullable String state, @Nullable String member) {

  public static final List<String> STATES = List.of("open", "broken", "kept", "all");

  /** The word that holds; refused when the address says one that is none. */
  public String asked() {
    var asked = state == null || state.isBlank() ? "open" : state.strip();
    if (!STATES.contains(asked)) {
      throw Refused.field("state", "promise.refused.state", asked, String.join(", ", STATES));
    }
    return asked;
  }

  @Nullable String whose() {
    return member == null || member.isBlank() ? null : member.strip();
  }
}
