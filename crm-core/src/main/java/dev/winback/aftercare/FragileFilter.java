package dev.winback.aftercare;

import dev.winback.shared.Refused;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which fragile customers a list shows: {@code all} (default), {@code low} who buy little, {@code
 * nobody} whom nobody at work has.
 */
public record FragileFilter(@Nullable String show) {

  public static final List<String> SHOWN = List.of("all", "low", "nobody");

  /** The word that holds; refused when the address says one that is none. */
  public String asked() {
    var asked = show == null || show.isBlank() ? "all" : show.strip();
    if (!SHOWN.contains(asked)) {
      throw Refused.field("show", "aftercare.refused.show", asked, String.join(", ", SHOWN));
    }
    return asked;
  }
}
