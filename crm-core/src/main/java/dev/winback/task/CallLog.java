package dev.winback.task;

import dev.winback.shared.Refused;
import org.jspecify.annotations.Nullable;

/**
 * What a person says about a call; {@code next} is a day, a time or {@code +1d +3d +1w +1m}, {@code
 * form} the key of the card it was sent from, so that sending it twice logs one call.
 */
public record CallLog(
    CallResult result,
    String note,
    @Nullable String reason,
    @Nullable Integer severity,
    @Nullable String promise,
    @Nullable String next,
    boolean agreed,
    @Nullable String form) {

  private static final int LONGEST_NOTE = 20_000;
  private static final int LONGEST_LINE = 500;

  public CallLog {
    reason = blankToNull(reason);
    promise = blankToNull(promise);
    next = blankToNull(next);
    form = blankToNull(form);
    if (severity != null && (severity < 1 || severity > 5)) {
      throw Refused.field("severity", "task.refused.severity", severity);
    }
    requireLength("note", note, LONGEST_NOTE);
    requireLength("reason", reason, LONGEST_LINE);
    requireLength("promise", promise, LONGEST_LINE);
    requireLength("form", form, LONGEST_LINE);
  }

  /** A log that says nothing but the outcome. */
  public static CallLog of(CallResult result) {
    return new CallLog(result, "", null, null, null, null, false, null);
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private static void requireLength(String field, @Nullable String text, int longest) {
    if (text != null && text.length() > longest) {
      throw Refused.field(field, "task.refused.too-long", longest, text.length());
    }
  }
}
