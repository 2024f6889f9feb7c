package dev.winback.web.lapse;

import dev.winback.lapse.LapseRow;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A lapse in the names of the API. */
record LapseJson(
    String id,
    String ref,
    int number,
    String stage,
    LocalDate openedOn,
    LocalDate silentSince,
    @Nullable LocalDate lostOn,
    @Nullable String lostBy,
    boolean inherited,
    @Nullable String assignee,
    @Nullable String queueReason,
    String valueYear,
    String currency,
    @Nullable String reason,
    @Nullable LocalDate laterUntil,
    @Nullable LocalDate closedOn,
    @Nullable String closeReason,
    @Nullable LocalDate returnedOn,
    @Nullable String purchase,
    @Nullable String credit) {

  static LapseJson of(LapseRow row) {
    return new LapseJson(
        Long.toString(row.id().value()),
        row.ref(),
        row.number(),
        row.stage().name(),
        row.openedOn(),
        row.silentSince(),
        row.lostOn(),
        row.lostBy(),
        row.inherited(),
        row.assignee(),
        row.queueReason(),
        row.valueYear().amount().toPlainString(),
        row.valueYear().currency(),
        row.reason(),
        row.laterUntil(),
        row.closedOn(),
        row.closeReason(),
        row.returnedOn(),
        row.purchase(),
        row.credit());
  }
}
