package dev.winback.report;

import dev.winback.lapse.Stage;
import dev.winback.shared.Refused;
import dev.winback.signal.SignalKind;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the address of the lost list says: {@code stage} is {@code open} (default), {@code all},
 * {@code won} or one stage; {@code signal} is the days of a class of silence, {@code rhythm} or the
 * code of a signal; {@code owner} and {@code assignee} are logins or {@code none}; {@code min} is
 * money a year.
 */
public record LostFilter(
    @Nullable String q,
    @Nullable String stage,
    @Nullable String signal,
    @Nullable String owner,
    @Nullable String assignee,
    @Nullable String min,
    @Nullable String sort) {

  private static final String RHYTHM = "rhythm";
  private static final List<String> OPEN = names(true);
  private static final List<String> WON = List.of("RETURNED", "RESTORED", "SAFE");

  public LostSort order() {
    return LostSort.of(sort);
  }

  Map<String, Object> params() {
    var params = new HashMap<String, Object>(Search.params(q));
    params.put("stages", stages().toArray(String[]::new));
    params.put("signal", signalAsked());
    params.put("owner", text(owner));
    params.put("assignee", text(assignee));
    params.put("min", minimum());
    return params;
  }

  private List<String> stages() {
    var asked = text(stage);
    if (asked == null || asked.equals("open")) {
      return OPEN;
    }
    return switch (asked) {
      case "all" -> Arrays.stream(Stage.values()).map(Stage::name).toList();
      case "won" -> WON;
      default -> List.of(one(asked).name());
    };
  }

  private static Stage one(String code) {
    return Arrays.stream(Stage.values())
        .filter(s -> s.code().equals(code))
        .findFirst()
        .orElseThrow(() -> Refused.field("stage", "refused.stage", code));
  }

  private @Nullable String signalAsked() {
    var asked = text(signal);
    if (asked == null || asked.equals(RHYTHM) || asked.matches("[1-9]\\d{0,3}") || known(asked)) {
      return asked;
    }
    throw Refused.field("signal", "refused.signal", asked);
  }

  private static boolean known(String code) {
    return Arrays.stream(SignalKind.values()).anyMatch(kind -> kind.code().equals(code));
  }

  private @Nullable BigDecimal minimum() {
    var asked = text(min);
    if (asked != null && !asked.matches("\\d{1,12}(\\.\\d{1,2})?")) {
      throw Refused.field("min", "refused.min", asked);
    }
    return asked == null ? null : new BigDecimal(asked);
  }

  private static @Nullable String text(@Nullable String value) {
    return value == null || value.isBlank() ? null : value.strip().toLowerCase(Locale.ROOT);
  }

  private static List<String> names(boolean open) {
    return Arrays.stream(Stage.values()).filter(s -> s.open() == open).map(Stage::name).toList();
  }
}
