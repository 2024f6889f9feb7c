package dev.winback.report;

import java.time.LocalDate;

/**
 * Losses ({@code loss}), returns ({@code return}) or new customers ({@code first}) from one day to
 * another, both included.
 */
public record Period(String kind, LocalDate from, LocalDate until) {}
