package dev.winback.task;

import dev.winback.shared.Refused;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which complaints a list shows: {@code open} (default), {@code resolved} or {@code all}. */
public record CaseFilter(@Nullable String state) {

  public static final List<String> STATES = List.of("open", "resolved", "all");

  /** The word that holds; refused when the address says one that is none. */
  public String asked() {
    var asked = state == null || state.isBlank() ? "open" : state.strip();
    if (!STATES.contains(asked)) {
      throw Refused.field("state", "case.refused.state", asked, String.join(", ", STATES));
    }
    return asked;
  }
}
