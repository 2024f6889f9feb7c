package dev.winback.report;

import dev.winback.customer.Search;
import dev.winback.lapse.Stage;
import dev.winback.shared.Refused;
import dev.winback.signal.Signal;
import dev.winback.signal.SignalKind;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the address of the customer list says: {@code stage} of the latest lapse, {@code active},
 * {@code prospect}, {@code none} or {@code quiet} (not come back for six months), {@code signal} as
 * a kind of the API, {@code owner} as a login, {@code none}, or {@code nobody} for VIPs whom nobody
 * calls although they wait for a word, {@code kind} of buyer in the firm's own word, {@code vip} as
 * {@code true}, {@code false}, {@code fallen} or {@code candidate}, {@code aBy} and {@code notABy}
 * as criteria by which he is A and is not, {@code since} the first day of a signal that is asked
 * and is no loss yet for.
 */
public record CustomerFilter(
    @Nullable String q,
    @Nullable String stage,
    @Nullable String signal,
    @Nullable String owner,
    @Nullable String kind,
    @Nullable String reason,
    @Nullable String sort,
    @Nullable String abc,
    @Nullable String xyz,
    @Nullable String vip,
    @Nullable String group,
    @Nullable String second,
    @Nullable String aBy,
    @Nullable String notABy,
    @Nullable String since) {

  /** All customers. */
  public static final CustomerFilter ALL =
      new CustomerFilter(
          null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);

  /** The same out of the address of a list, as it is stored; what it does not know is ignored. */
  public static CustomerFilter of(String query) {
    var said = Query.of(query);
    return new CustomerFilter(
        said.get("q"),
        said.get("stage"),
        said.get("signal"),
        said.get("owner"),
        said.get("kind"),
        said.get("reason"),
        said.get("sort"),
        said.get("abc"),
        said.get("xyz"),
        said.get("vip"),
        said.get("group"),
        said.get("second"),
        said.get("aBy"),
        said.get("notABy"),
        said.get("since"));
  }

  /** All whom these words find. */
  public static CustomerFilter searching(String words) {
    return of("q=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
  }

  private static final String WATCHED = "WATCH";
  private static final Set<String> WITHOUT_LAPSE = Set.of(WATCHED, "ACTIVE", "PROSPECT", "QUIET");

  /** Refused when the address says a word that the list does not know. */
  public void check() {
    params();
    order();
  }

  Map<String, Object> params() {
    var params = new HashMap<String, Object>(Search.params(q));
    stage(params);
    params.put("signal", signalAsked());
    params.put("since", signalAsked() == null ? null : sinceAsked());
    params.put(ownerAsked(), text(owner));
    params.put("kind", text(kind));
    params.put("reason", text(reason));
    return params;
  }

  private String ownerAsked() {
    return switch (Objects.requireNonNullElse(text(owner), "")) {
      case "none" -> "no_owner";
      case "nobody" -> "nobody";
      default -> "owner";
    };
  }

  /** The stage of the latest lapse, or where somebody stands who has none. */
  private void stage(Map<String, Object> params) {
    var asked = stageAsked();
    if (asked == null) {
      return;
    }
    switch (asked) {
      case "none", "QUIET", WATCHED, "ACTIVE", "PROSPECT" ->
          params.put(asked.toLowerCase(Locale.ROOT), true);
      default -> params.put("stage", asked);
    }
  }

  /** True when the list is one of signals: each row can say why it is in it. */
  public boolean bySignal() {
    return text(signal) != null || "watch".equals(text(stage));
  }

  /** True for the signal that is asked for, and for one to watch where those are asked for. */
  public boolean asksFor(Signal shown) {
    return text(signal) != null
        ? shown.kind().code().equals(text(signal))
        : shown.weak() && shown.kind() != SignalKind.STALE_CONTACT;
  }

  CategoryFilter category() {
    return CategoryFilter.of(abc, xyz, vip, group, second).front(aBy, notABy);
  }

  /** By name, or within a category the one who brings most first. */
  CustomerSort order() {
    return text(sort) == null && category().narrows()
        ? CustomerSort.CATEGORY
        : CustomerSort.of(sort);
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

  private @Nullable LocalDate sinceAsked() {
    var asked = text(since);
    try {
      return asked == null ? null : LocalDate.parse(asked);
    } catch (DateTimeParseException wrong) {
      throw Refused.field("since", "refused.customer-since", asked);
    }
  }

  private static @Nullable String text(@Nullable String value) {
    return value == null || value.isBlank() ? null : value.strip().toLowerCase(Locale.ROOT);
  }
}
