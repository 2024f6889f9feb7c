package dev.winback.signal;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has said of a customer's silence: it means nothing below so many days (0: no such
 * limit), or until a day, which may come again every year.
 */
public record OwnLimit(
    long id,
    int silence,
    @Nullable LocalDate quietUntil,
    boolean everyYear,
    String why,
    String member,
    OffsetDateTime at) {}
