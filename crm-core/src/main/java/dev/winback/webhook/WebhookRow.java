package dev.winback.webhook;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An address in the list with how it fares; {@code state} is on, off, failing (switched off after
 * days of failures) or gone (switched off by its own answer).
 */
public record WebhookRow(
    long id,
    String url,
    List<String> events,
    String state,
    @Nullable Instant failingSince,
    @Nullable Instant oldSecretUntil,
    long due,
    long sent,
    long failed) {

  public boolean active() {
    return state.equals("on");
  }

  public boolean has(String event) {
    return events.contains(event);
  }
}
