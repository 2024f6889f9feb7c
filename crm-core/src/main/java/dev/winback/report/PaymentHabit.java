package dev.winback.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a customer pays who was late or owes (MEA-15): {@code late} of {@code invoices} came more
 * than 14 days after their day, by {@code longest} and on average {@code mean} days; {@code open}
 * are not paid that long after it, {@code openSum} in the firm's currency.
 */
public record PaymentHabit(
    long id,
    String ref,
    String name,
    @Nullable String city,
    @Nullable String owner,
    int invoices,
    int late,
    int longest,
    @Nullable BigDecimal mean,
    @Nullable LocalDate lastLate,
    int inTime,
    int open,
    BigDecimal openSum,
    @Nullable LocalDate openSince) {

  /** Good conduct before credit is given again. */
  static final int MONTHS = 6;

  /** The number behind which the invoices of this list stand. */
  public int number(String show) {
    return switch (show) {
      case "late" -> late;
      case "open" -> open;
      default -> invoices;
    };
  }

  /** Credit: nothing open, nothing late for six months, and something paid in time since. */
  public boolean credit(LocalDate day) {
    var from = creditFrom();
    return from != null && inTime > 0 && !from.isAfter(day);
  }

  /** From when on there is credit again if everything is paid in time; null as long as he owes. */
  public @Nullable LocalDate creditFrom() {
    return open > 0 || lastLate == null ? null : lastLate.plusMonths(MONTHS);
  }
}
