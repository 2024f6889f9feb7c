package dev.winback.letter;

import dev.winback.shared.Refused;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which letters a list shows; null means all. */
public record LetterFilter(
    @Nullable LetterStatus status,
    @Nullable HoldReason reason,
    @Nullable Integer rung,
    @Nullable String customer) {

  /** From the words of a URL; refused when a word is not one of ours. */
  public static LetterFilter of(
      @Nullable String status,
      @Nullable String reason,
      @Nullable Integer rung,
      @Nullable String customer) {
    return new LetterFilter(
        blank(status) ? null : LetterStatus.ofCode(String.valueOf(status)),
        blank(reason) ? null : reasonOf(String.valueOf(reason)),
        rung,
        blank(customer) ? null : customer);
  }

  public static LetterFilter status(LetterStatus status) {
    return new LetterFilter(status, null, null, null);
  }

  List<String> states() {
    return status == null
        ? Arrays.stream(LetterStatus.values()).flatMap(s -> s.states().stream()).toList()
        : status.states();
  }

  private static boolean blank(@Nullable String text) {
    return text == null || text.isBlank();
  }

  private static HoldReason reasonOf(String code) {
    return Arrays.stream(HoldReason.values())
        .filter(reason -> reason.code().equals(code))
        .findFirst()
        .orElseThrow(() -> Refused.field("reason", "letter.refused.hold-reason", code));
  }
}
