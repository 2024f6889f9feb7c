package dev.winback.prompt;

import dev.winback.shared.Refused;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which carts a list shows: by what became of them; null means all. */
public record CartFilter(@Nullable String state, boolean reminded) {

  public static final List<String> STATES = List.of("left", "ordered", "emptied");

  /** From the words of a URL; refused when the state is none of ours. */
  public static CartFilter of(@Nullable String state, boolean reminded) {
    var asked = state == null || state.isBlank() ? null : state.strip();
    if (asked != null && !STATES.contains(asked)) {
      throw Refused.field("state", "prompt.refused.cart-state", asked, String.join(", ", STATES));
    }
    return new CartFilter(asked, reminded);
  }

  Map<String, Object> params() {
    var params = new HashMap<String, Object>();
    params.put("state", state);
    params.put("reminded", reminded ? true : null);
    return params;
  }
}
