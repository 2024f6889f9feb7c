package dev.winback.task;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What we promised a customer (CAL-15, CAL-16): a call back at a time, or something for a day; its
 * state is open, due (its day has come), kept, or broken (its day ended without it).
 */
public record Promise(
    long task,
    String kind,
    String state,
    String ref,
    String customer,
    @Nullable String what,
    LocalDate dueOn,
    @Nullable Instant dueAt,
    String login,
    String member,
    @Nullable Instant doneAt,
    long lapse,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal weight,
    String currency) {}
