package dev.winback.task;

import dev.winback.staff.MemberId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A member's screen: his queue in the order of work, the contact data he is to check, the figures
 * of his day, what waits beside it, and one card.
 */
public record Today(
    MemberId member,
    boolean own,
    LocalDate day,
    LocalDate due,
    List<TaskRow> queue,
    List<CareRow> checks,
    DayLine line,
    Waiting waiting,
    @Nullable Card card) {

  public long overdue() {
    return queue.stream().filter(TaskRow::overdue).count();
  }

  /** When the first of those who wait may be called; null: nobody today, by his clock. */
  public @Nullable Instant opensAt() {
    return queue.stream()
        .filter(TaskRow::waits)
        .map(row -> Objects.requireNonNull(row.window().until()))
        .filter(until -> !until.toLocalDate().isAfter(day))
        .map(ZonedDateTime::toInstant)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }
}
