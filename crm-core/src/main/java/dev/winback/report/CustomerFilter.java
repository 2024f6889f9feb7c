package dev.winback.report;

import dev.winback.lapse.Stage;
import dev.winback.shared.Refused;
import dev.winback.signal.Signal;
import dev.winback.signal.SignalKind;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the address of the customer list says: {@code stage} of the latest lapse, {@code active},
 * {@code prospect} or {@code none}, {@code signal} as a kind of the API, {@code owner} as a login,
 * {@code kind} of buyer in the firm's own word.
 */
public record CustomerFilter(
    @Nullable String q,
    @Nullable String stage,
    @Nullable String signal,
    @Nullable String owner,
    @Nullable String kind,
    @Nullable String reason,
    @Nullable String sort) {

  private static final String WATCH = "watch";
  private static final Set<String> WITHOUT_LAPSE = Set.of("WATCH", "ACTIVE", "PROSPECT");

  Map<String, Object> params() {
    var params = new HashMap<String, Object>(Search.params(q));
    params.put("stage", stageAsked());
    params.put("signal", signalAsked());
    params.put("owner", text(owner));
    params.put("kind", text(kind));
    params.put("reason", text(reason));
    return params;
  }

  /** True when the list is one of signals: each row can say why it is in it. */
  public boolean bySignal() {
    return text(signal) != null || WATCH.equals(text(stage));
  }

  /** True for the signal that is asked for, and for one to watch where those are asked for. */
  public boolean asksFor(Signal shown) {
    return text(signal) != null
        ? shown.kind().code().equals(text(signal))
        : shown.weak() && shown.kind() != SignalKind.STALE_CONTACT;
  }

  CustomerSort order() {
    return CustomerSort.of(sort);
  }

  private @Nullable String stageAsked() {
    var asked = text(stage);
    if (asked == null || asked.equals("none")) {
      return asked;
    }
    var name = asked.toUpperCase(Locale.ROOT).replace('-', '_');
    if (WITHOUT_LAPSE.contains(name)
        || Arrays.stream(Stage.values()).anyMatch(s -> s.name().equals(name))) {
      return name;
    }
    throw Refused.field("stage", "refused.customer-stage", asked);
  }

  private @Nullable String signalAsked() {
    var asked = text(signal);
    if (asked == null || Arrays.stream(SignalKind.values()).anyMatch(k -> k.code().equals(asked))) {
      return asked;
    }
    throw Refused.field("signal", "refused.customer-signal", asked);
  }

  private static @Nullable String text(@Nullable String value) {
    return value == null || value.isBlank() ? null : value.strip().toLowerCase(Locale.ROOT);
  }
}
