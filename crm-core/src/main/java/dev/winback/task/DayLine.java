package dev.winback.task;

import java.time.LocalDate;

/** A member's day in figures: what is done, and what waits for the next working day. */
public record DayLine(
    int calls, int talks, int done, int planned, int promises, LocalDate nextDay) {}
