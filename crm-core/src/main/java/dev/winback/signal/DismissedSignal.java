package dev.winback.signal;

import java.time.LocalDate;
import java.time.OffsetDateTime;

/** A signal that somebody has found no reason to worry, as it began on a day. */
public record DismissedSignal(
    String kind, LocalDate since, String why, String member, OffsetDateTime at) {}
