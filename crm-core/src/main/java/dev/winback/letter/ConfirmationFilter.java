package dev.winback.letter;

import dev.winback.shared.Refused;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which confirmations a list shows: {@code draft} (default), {@code waiting}, {@code sent}, {@code
 * dropped}, {@code stopped} or {@code all}.
 */
public record ConfirmationFilter(@Nullable String state) {

  public static final List<String> STATES =
      List.of("draft", "waiting", "sent", "dropped", "stopped", "all");

  /** The word that holds; refused when the address says one that is none. */
  public String asked() {
    var asked = state == null || state.isBlank() ? "draft" : state.strip();
    if (!STATES.contains(asked)) {
      throw Refused.field("state", "confirmation.refused.state", asked, String.join(", ", STATES));
    }
    return asked;
  }
}
