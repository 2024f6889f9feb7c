package dev.winback.task;

import java.time.LocalDateTime;

/** A time to propose, by our own clock and by the customer's. */
public record FreeTime(LocalDateTime at, LocalDateTime there) {}
