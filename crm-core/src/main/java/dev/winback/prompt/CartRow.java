package dev.winback.prompt;

import dev.winback.letter.PromptKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A cart, what became of it, and the last reminder of it, or why it was left without one. */
public record CartRow(
    long id,
    String ref,
    String customer,
    @Nullable String items,
    @Nullable BigDecimal amount,
    String currency,
    Instant seenAt,
    String state,
    @Nullable Integer rung,
    @Nullable String letterState,
    @Nullable String holdReason,
    @Nullable Long letter,
    @Nullable String unreminded) {

  /** Which of the three reminders; null: none yet. */
  public @Nullable PromptKind reminder() {
    return rung == null ? null : PromptKind.ofRung(rung).orElse(null);
  }

  /** The state of its letter as pages and files name it. */
  public @Nullable String letterCode() {
    if (letterState == null) {
      return null;
    }
    return letterState.equals("ANNOUNCED") ? "claimed" : code(letterState);
  }

  /** Of its letter; without a letter why there is none. */
  public @Nullable String reasonCode() {
    return holdReason == null ? unreminded : code(holdReason);
  }

  private static String code(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
