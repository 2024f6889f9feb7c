package dev.winback.team;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One dated step of the written plan of a loss (DEC-35); erased words are null. */
public record PlanStep(
    long id,
    long lapse,
    String ref,
    String customer,
    @Nullable String what,
    String member,
    String login,
    LocalDate dueOn,
    String madeBy,
    @Nullable Instant doneAt,
    @Nullable String doneBy,
    boolean overdue) {}
