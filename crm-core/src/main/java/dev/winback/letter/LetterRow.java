package dev.winback.letter;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A letter in a list; height: the days of silence that it stood for when it was planned, whatever
 * its rung stands for today; put off: the receiver refused it for now, and it is tried again then.
 */
public record LetterRow(
    LetterId id,
    String ref,
    String customer,
    int rung,
    @Nullable Integer height,
    LetterStatus status,
    @Nullable HoldReason reason,
    @Nullable Instant holdUntil,
    @Nullable Instant putOffUntil,
    int percent,
    @Nullable String coupon,
    LocalDate dueOn,
    @Nullable Instant announcedAt,
    @Nullable Instant sentAt,
    Trace trace) {

  /** No attempt of ours ended: its node was not there any more (of an erased person it is open). */
  public boolean nodeLost() {
    return status == LetterStatus.IN_DOUBT && trace.answer() == null && trace.address() != null;
  }
}
