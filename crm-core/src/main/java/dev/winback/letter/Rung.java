package dev.winback.letter;

import dev.winback.shared.Sentence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
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
    RungTerms terms,
    boolean retired,
    long templateId,
    long version) {

  /** Shortest coupon without a warning, in days (rules.md). */
  public static final int COUPON_DAYS = 14;

  /** The order of the ladder. */
  public static final Comparator<Rung> BY_MOMENT =
      Comparator.comparing((Rung rung) -> rung.days() == null ? 0 : rung.days())
          .thenComparing(Rung::number);

  /** Whether it may have a discount. */
  public boolean offers() {
    return PromptKind.mayOffer(number);
  }

  /** Whether it may give something in words. */
  public boolean mayGive() {
    return PromptKind.mayGive(number);
  }

  /** What a person should know before switching the rung on. */
  public List<Sentence> warnings() {
    var warnings = new ArrayList<Sentence>();
    if (hasOffer() && couponDays < COUPON_DAYS) {
      warnings.add(Sentence.of("letter.warning.coupon-short", couponDays, COUPON_DAYS));
    }
    if (!hasOffer() && number >= 0) {
      warnings.add(Sentence.of("letter.warning.no-discount"));
    }
    return warnings;
  }

  /** A letter with a coupon, and not only a reminder. */
  public boolean hasOffer() {
    return percent > 0 || terms.gives() != null;
  }
}
