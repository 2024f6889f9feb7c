package dev.winback.report;

import java.time.LocalDate;

/** Losses ({@code loss}) or returns ({@code return}) from one day to another, both included. */
public record Period(String kind, LocalDate from, LocalDate until) {}
