package dev.winback.web.today;

import dev.winback.task.Logged;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a call led to: the next step, null when there is none. */
record CallAnswer(long task, String result, Instant calledAt, @Nullable Next next) {

  record Next(long task, String kind, LocalDate on, @Nullable Instant at) {}

  static CallAnswer of(Logged logged) {
    var task = logged.nextTask();
    var kind = logged.nextKind();
    var on = logged.nextOn();
    var next =
        task == null || kind == null || on == null
            ? null
            : new Next(task.value(), kind.code(), on, logged.nextAt());
    return new CallAnswer(logged.task().value(), logged.result().code(), logged.calledAt(), next);
  }
}
