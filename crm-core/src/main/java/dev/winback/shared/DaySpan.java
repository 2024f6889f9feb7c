package dev.winback.shared;

import java.time.LocalDate;
import java.util.Objects;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Days from one to another, both included, as an address names them ({@code from} and {@code to});
 * either may be left out. Refused where one is no day, or the first comes after the last.
 */
public record DaySpan(@Nullable LocalDate from, @Nullable LocalDate to) {

  public DaySpan {
    inOrder(from, to);
  }

  public static DaySpan of(@Nullable String from, @Nullable String to) {
    return new DaySpan(DayText.day("from", from), DayText.day("to", to));
  }

  /** Days or months: refused when both are said and the first comes after the last. */
  public static <T extends Comparable<? super T>> void inOrder(
      @Nullable T first, @Nullable T last) {
    if (first != null && last != null && first.compareTo(last) > 0) {
      throw Refused.field("from", "refused.turned", first.toString(), last.toString());
    }
  }

  /** Today when nothing is said. */
  public LocalDate last(LocalDate today) {
    return Objects.requireNonNullElse(to, today);
  }

  /** A year up to the last day when nothing is said. */
  public LocalDate first(LocalDate today) {
    var last = last(today);
    return begun(from == null ? last.minusYears(1).plusDays(1) : from, last);
  }

  /** So many days up to the last one when nothing is said; the number is asked for only then. */
  public LocalDate first(LocalDate today, IntSupplier usual) {
    var last = last(today);
    return begun(from == null ? last.minusDays(usual.getAsInt() - 1L) : from, last);
  }

  private static LocalDate begun(LocalDate first, LocalDate last) {
    inOrder(first, last);
    return first;
  }
}
