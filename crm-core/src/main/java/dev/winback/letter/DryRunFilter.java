package dev.winback.letter;

import dev.winback.shared.Refused;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Which of the customers due for a rung on a day are shown; day null is today, because null any.
 */
public record DryRunFilter(
    int rung, @Nullable LocalDate day, DryRun.Part part, @Nullable HoldReason because) {

  public static DryRunFilter all(int rung, @Nullable LocalDate day) {
    return new DryRunFilter(rung, day, DryRun.Part.ALL, null);
  }

  public static DryRunFilter of(
      int rung, @Nullable LocalDate day, DryRun.Part part, @Nullable String because) {
    return new DryRunFilter(rung, day, part, reason(because));
  }

  private static @Nullable HoldReason reason(@Nullable String code) {
    return code == null || code.isBlank()
        ? null
        : Arrays.stream(HoldReason.values())
            .filter(reason -> reason.code().equals(code))
            .findFirst()
            .orElseThrow(() -> Refused.field("because", "letter.refused.hold-reason", code));
  }
}
