package dev.winback.webhook;

import dev.winback.shared.Refused;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An address and what it is told. */
public record NewWebhook(@Nullable String url, @Nullable List<String> events) {

  public static final NewWebhook EMPTY = new NewWebhook(null, null);

  public boolean has(String event) {
    return events != null && events.contains(event);
  }

  String validUrl(boolean privateToo) {
    return Destination.check(url, privateToo).toString();
  }

  String validEvents() {
    if (events == null || events.isEmpty()) {
      throw Refused.field("events", "refused.webhook.events");
    }
    var known = new LinkedHashSet<String>();
    for (var code : events) {
      known.add(
          EventType.ofCode(code)
              .orElseThrow(() -> Refused.field("events", "refused.webhook.event", code))
              .code());
    }
    return String.join(" ", known);
  }
}
