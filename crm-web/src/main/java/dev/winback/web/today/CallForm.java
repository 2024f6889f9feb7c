package dev.winback.web.today;

import dev.winback.task.CallLog;
import dev.winback.task.CallResult;
import org.jspecify.annotations.Nullable;

/**
 * The card as it was sent; a time of the open panel goes before a chosen day, and that before the
 * buttons of the follow-up. {@code queue} is whose queue stands beside the card.
 */
record CallForm(
    @Nullable String result,
    @Nullable String note,
    @Nullable String reason,
    @Nullable Integer severity,
    @Nullable String promise,
    @Nullable String at,
    @Nullable String on,
    @Nullable String next,
    @Nullable String form,
    @Nullable String queue) {

  CallLog toLog() {
    return new CallLog(
        CallResult.ofCode(result),
        note == null ? "" : note,
        reason,
        severity,
        promise,
        chosen(at) ? at : chosen(on) ? on : next,
        false,
        form);
  }

  private static boolean chosen(@Nullable String text) {
    return text != null && !text.isBlank();
  }
}
