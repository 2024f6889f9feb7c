package dev.winback.task;

import dev.winback.staff.MemberId;
import java.time.LocalDate;
import java.util.List;
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
}
