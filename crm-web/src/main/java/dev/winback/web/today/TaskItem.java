package dev.winback.web.today;

import dev.winback.task.BestHour;
import dev.winback.task.TaskRow;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A task as the API tells it: money as a decimal string, the customer's local time, the hour in
 * which he was there most often, and the kind of offer that would best be made with its percent.
 */
record TaskItem(
    long id,
    long lapse,
    String ref,
    String name,
    @Nullable String phone,
    String member,
    String kind,
    boolean fragile,
    LocalDate due,
    @Nullable Instant at,
    boolean overdue,
    int attempt,
    @Nullable String aim,
    @Nullable String about,
    String value,
    @Nullable String gain,
    int planned,
    @Nullable String place,
    String currency,
    @Nullable String offer,
    int offerPercent,
    String localTime,
    @Nullable BestHourItem bestHour,
    boolean callable,
    @Nullable String notNow,
    @Nullable Instant until) {

  /** From this time of his clock on, for an hour. */
  record BestHourItem(String from, int reached, int calls) {

    static @Nullable BestHourItem of(@Nullable BestHour best) {
      return best == null
          ? null
          : new BestHourItem(best.from().toString(), best.reached(), best.calls());
    }
  }

  static TaskItem of(TaskRow row) {
    var window = row.window();
    return new TaskItem(
        row.id().value(),
        row.lapse().value(),
        row.ref(),
        row.name(),
        row.phone(),
        row.login(),
        row.kind().code(),
        row.fragile(),
        row.dueOn(),
        row.dueAt(),
        row.overdue(),
        row.attempt(),
        row.aim(),
        row.about(),
        row.weight().toPlainString(),
        row.gain() == null ? null : row.gain().toPlainString(),
        row.planned(),
        row.place(),
        row.currency(),
        row.offer(),
        row.offerPercent(),
        window.local().withSecond(0).withNano(0).toString(),
        BestHourItem.of(row.bestHour()),
        window.open(),
        window.notNow() == null ? null : window.notNow().code(),
        window.until() == null ? null : window.until().toInstant());
  }
}
