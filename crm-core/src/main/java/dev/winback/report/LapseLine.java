package dev.winback.report;

import dev.winback.lapse.Stage;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One lapse on the customer's page, the latest first. */
public record LapseLine(
    long id,
    int number,
    Stage stage,
    LocalDate openedOn,
    LocalDate silentSince,
    @Nullable LocalDate lostOn,
    @Nullable String lostBy,
    @Nullable String lostByLogin,
    boolean inherited,
    @Nullable String assignee,
    @Nullable String assigneeLogin,
    @Nullable String queueReason,
    @Nullable String reason,
    boolean guess,
    BigDecimal valueYear,
    String currency,
    @Nullable LocalDate closedOn,
    @Nullable String closeReason,
    @Nullable LocalDate returnedOn,
    @Nullable LocalDate restoredOn,
    @Nullable LocalDate yearOn,
    @Nullable String credit,
    @Nullable String creditMember,
    @Nullable LocalDate nextOn) {}
