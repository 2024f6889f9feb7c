package dev.winback.alarm;

import dev.winback.shared.Refused;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which alarms a list shows: {@code unseen} by who looks (default), {@code standing}, {@code
 * taken-back} or {@code all}.
 */
public record AlarmFilter(@Nullable String state) {

  public static final List<String> STATES = List.of("unseen", "standing", "taken-back", "all");

  /** Refused when the address says a word that the list does not know. */
  public void check() {
    asked();
  }

  String asked() {
    var asked = state == null || state.isBlank() ? "unseen" : state.strip();
    if (!STATES.contains(asked)) {
      throw Refused.field("state", "alarm.refused.state", asked, String.join(", ", STATES));
    }
    return asked;
  }
}
