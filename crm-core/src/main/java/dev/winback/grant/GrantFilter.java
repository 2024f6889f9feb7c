package dev.winback.grant;

import dev.winback.shared.DaySpan;
import dev.winback.shared.Refused;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which offers a list shows: {@code state} is one of theirs, {@code made} (all that were given),
 * {@code taken} (accepted or used), {@code live} or {@code all}; {@code reason} is a code of the
 * tree or {@code unknown}; {@code member} is the login of who asked; {@code from} and {@code to}
 * are days of asking.
 */
public record GrantFilter(
    @Nullable String state,
    @Nullable String kind,
    @Nullable String reason,
    @Nullable String member,
    @Nullable String from,
    @Nullable String to) {

  public static final GrantFilter ALL = new GrantFilter(null, null, null, null, null, null);

  /** What waits for a manager. */
  public static final GrantFilter WAITING = new GrantFilter("asked", null, null, null, null, null);

  private static final Map<String, List<String>> GROUPS =
      Map.of(
          "made", List.of("given", "accepted", "declined", "expired", "used"),
          "taken", List.of("accepted", "used"),
          "live", List.of("asked", "approved", "given", "accepted"),
          "all", Arrays.stream(GrantState.values()).map(GrantState::code).toList());

  /** The words that the address knows. */
  public static List<String> states() {
    return List.of(
        "all",
        "live",
        "asked",
        "approved",
        "refused",
        "made",
        "given",
        "taken",
        "accepted",
        "declined",
        "used",
        "expired",
        "withdrawn");
  }

  /** Refused when the address says what it cannot mean. */
  public void check() {
    params();
  }

  Map<String, Object> params() {
    var params = new HashMap<String, Object>();
    params.put("states", asked().toArray(String[]::new));
    params.put("kind", text(kind));
    params.put("reason", text(reason));
    params.put("login", text(member));
    var days = DaySpan.of(from, to);
    params.put("from", days.from());
    params.put("to", days.to());
    return params;
  }

  private List<String> asked() {
    var asked = text(state);
    if (asked == null) {
      return GROUPS.getOrDefault("all", List.of());
    }
    if (!states().contains(asked)) {
      throw Refused.field("state", "grant.refused.state", asked, String.join(", ", states()));
    }
    return GROUPS.getOrDefault(asked, List.of(asked));
  }

  private static @Nullable String text(@Nullable String value) {
    return value == null || value.isBlank() ? null : value.strip().toLowerCase(Locale.ROOT);
  }
}
