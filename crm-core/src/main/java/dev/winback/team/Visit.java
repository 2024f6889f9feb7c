package dev.winback.team;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A visit of a manager and a rep at a lost customer (CAL-29): {@code listened} and {@code summary}
 * say what came of it.
 */
public record Visit(
    long id,
    long lapse,
    String ref,
    String customer,
    String manager,
    String rep,
    Instant startsAt,
    @Nullable String questions,
    @Nullable String listened,
    @Nullable String summary,
    @Nullable Instant doneAt,
    @Nullable Instant cancelledAt) {

  public boolean open() {
    return doneAt == null && cancelledAt == null;
  }
}
