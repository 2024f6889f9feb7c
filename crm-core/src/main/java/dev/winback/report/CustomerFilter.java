package dev.winback.report;

import dev.winback.lapse.Stage;
import dev.winback.shared.Refused;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the address of the customer list says: {@code stage} of the latest lapse (or {@code none}),
 * {@code signal} as a kind of the API, {@code owner} as a login.
 */
public record CustomerFilter(
    @Nullable String q, @Nullable String stage, @Nullable String signal, @Nullable String owner) {

  Map<String, Object> params() {
    var params = new HashMap<String, Object>(Search.params(q));
    params.put("stage", stageAsked());
    params.put("signal", text(signal));
    params.put("owner", text(owner));
    return params;
  }

  private @Nullable String stageAsked() {
    var asked = text(stage);
    if (asked == null || asked.equals("none")) {
      return asked;
    }
    return Arrays.stream(Stage.values())
        .filter(s -> s.code().equals(asked))
        .findFirst()
        .orElseThrow(() -> Refused.field("stage", "refused.stage", asked))
        .name();
  }

  private static @Nullable String text(@Nullable String value) {
    return value == null || value.isBlank() ? null : value.strip();
  }
}
