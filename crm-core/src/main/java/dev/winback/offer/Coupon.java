package dev.winback.offer;

import dev.winback.shared.Sentence;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A personal discount in percent, or what it gives beside, for one customer, once, up to and
 * including a day; unsent: its letter has not left, so that nobody can have it.
 */
public record Coupon(
    String code,
    String ref,
    String customer,
    int percent,
    @Nullable String gives,
    LocalDate validUntil,
    @Nullable Instant redeemedAt,
    boolean isVoid,
    boolean unsent) {

  /** Why it cannot be used on this day; null: it can. */
  public @Nullable Sentence refusal(LocalDate day) {
    if (redeemedAt != null) {
      return Sentence.of("letter.coupon.used", code);
    }
    if (isVoid) {
      return Sentence.of("letter.coupon.void", code);
    }
    if (unsent) {
      return Sentence.of("letter.coupon.unsent", code);
    }
    return day.isAfter(validUntil) ? Sentence.of("letter.coupon.expired", code, validUntil) : null;
  }
}
