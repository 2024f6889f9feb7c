package dev.winback.letter;

import org.jspecify.annotations.Nullable;

/**
 * What a person needs who decides about a letter in doubt: where it went, by what the relay's log
 * knows it, and what was answered.
 */
public record Doubt(@Nullable String address, @Nullable String messageId, @Nullable String answer) {

  /** No attempt of ours ended: its node was not there any more (of an erased person it is open). */
  public boolean nodeLost() {
    return answer == null && address != null;
  }
}
