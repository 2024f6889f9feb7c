package dev.winback.category;

import java.time.LocalDate;
import java.util.List;

/**
 * What other settings would do as of this day: how many customers would move from one class to
 * another. {@code kind} is {@code abc}, {@code xyz}, {@code vip} or {@code group}.
 */
public record Preview(LocalDate day, long customers, List<Shift> shifts) {

  /** Customers who would move. */
  public record Shift(String kind, String from, String to, long customers) {}

  public List<Shift> of(String kind) {
    return shifts.stream().filter(shift -> shift.kind().equals(kind)).toList();
  }

  public long moving(String kind) {
    return of(kind).stream().mapToLong(Shift::customers).sum();
  }
}
