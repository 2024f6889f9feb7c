package dev.winback.prompt;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A letter of the director on paper: what is written, who brings it, and who handed it over. */
public record DirectorLetter(
    long id,
    String ref,
    String customer,
    long lapse,
    String envelope,
    String body,
    String courier,
    String askedBy,
    Instant askedAt,
    @Nullable String handedBy,
    @Nullable Instant handedAt,
    boolean dropped) {

  /** The word for what is to be done with it: {@code open}, {@code handed} or {@code dropped}. */
  public String state() {
    return dropped ? "dropped" : handedAt == null ? "open" : "handed";
  }
}
