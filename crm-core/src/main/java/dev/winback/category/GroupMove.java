package dev.winback.category;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A person put a customer into another priority group, or with null back to where the figures put
 * him; what was taken back counts no longer.
 */
public record GroupMove(
    long id,
    @Nullable Integer toGroup,
    String reason,
    String member,
    OffsetDateTime movedAt,
    @Nullable OffsetDateTime undoneAt) {

  public boolean stands() {
    return undoneAt == null;
  }
}
