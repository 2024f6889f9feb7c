package dev.winback.task;

import java.time.LocalDate;

/** A call that was put off: with whom, until when and why. */
public record Postponed(String customer, LocalDate until, PostponeReason reason) {}
