package dev.winback.web.lapse;

import dev.winback.lapse.LapseRow;
import dev.winback.why.Background;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A lapse in the names of the API; why and background stand in the answer of one lapse alone. */
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
    @Nullable String together,
    @Nullable String queueReason,
    String valueYear,
    String currency,
    @Nullable String reason,
    boolean guess,
    @Nullable LocalDate laterUntil,
    @Nullable LocalDate closedOn,
    @Nullable String closeReason,
    @Nullable LocalDate returnedOn,
    @Nullable LocalDate restoredOn,
    @Nullable LocalDate yearOn,
    boolean fragile,
    @Nullable String purchase,
    @Nullable String credit,
    @Nullable WhyJson why,
    @Nullable Background background) {

  static LapseJson of(LapseRow row, @Nullable WhyJson why, @Nullable Background background) {
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
        row.together(),
        row.queueReason(),
        row.valueYear().amount().toPlainString(),
        row.valueYear().currency(),
        row.reason(),
        row.guess(),
        row.laterUntil(),
        row.closedOn(),
        row.closeReason(),
        row.returnedOn(),
        row.restoredOn(),
        row.yearOn(),
        row.fragile(),
        row.purchase(),
        row.credit(),
        why,
        background);
  }
}
