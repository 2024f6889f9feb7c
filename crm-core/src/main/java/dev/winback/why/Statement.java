package dev.winback.why;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What one of our people says about a loss, or is asked to say; words of null mean that the
 * question is open, or that the reader may not read them.
 */
public record Statement(
    long id,
    long lapse,
    String ref,
    String customer,
    String member,
    String login,
    @Nullable String askedBy,
    @Nullable OffsetDateTime askedAt,
    @Nullable String question,
    @Nullable String words,
    @Nullable OffsetDateTime saidAt) {

  public boolean open() {
    return saidAt == null;
  }
}
