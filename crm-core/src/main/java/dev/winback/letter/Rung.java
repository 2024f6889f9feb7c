package dev.winback.letter;

import dev.winback.shared.Sentence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One rung of the ladder: the days of silence at which its letter is due (none for the letter of
 * repentance, number 0, and for those of surveys, below it), the discount in percent, the percent
 * of lapses kept back to compare with and how many days the coupon is valid.
 */
public record Rung(
    int number,
    @Nullable Integer days,
    int percent,
    Mode mode,
    boolean backlog,
    @Nullable LocalDate since,
    int control,
    int couponDays,
    long templateId,
    long version) {

  /** Shortest coupon without a warning, in days (rules.md). */
  public static final int COUPON_DAYS = 14;

  /** Whether it may have a discount. */
  public boolean offers() {
    return PromptKind.mayOffer(number);
  }

  /** What a person should know before switching the rung on. */
  public List<Sentence> warnings() {
    var warnings = new ArrayList<Sentence>();
    if (percent > 0 && couponDays < COUPON_DAYS) {
      warnings.add(Sentence.of("letter.warning.coupon-short", couponDays, COUPON_DAYS));
    }
    if (percent == 0 && number >= 0) {
      warnings.add(Sentence.of("letter.warning.no-discount"));
    }
    return warnings;
  }
}
