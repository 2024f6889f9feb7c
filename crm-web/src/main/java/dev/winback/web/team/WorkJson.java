package dev.winback.web.team;

import dev.winback.team.WorkRow;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A promise, call or return of a member as the API tells it. */
record WorkJson(
    String id,
    String lapse,
    String ref,
    String member,
    LocalDate day,
    @Nullable Instant at,
    String what,
    @Nullable String words,
    String state,
    @Nullable String amount,
    @Nullable String currency,
    @Nullable String call) {

  static WorkJson of(WorkRow row) {
    return new WorkJson(
        Long.toString(row.id()),
        Long.toString(row.lapse()),
        row.ref(),
        row.login(),
        row.day(),
        row.at(),
        row.what(),
        row.words(),
        row.state(),
        row.amount() == null ? null : row.amount().toPlainString(),
        row.currency(),
        row.call() == null ? null : Long.toString(row.call()));
  }
}
