package dev.winback.report;

import java.math.BigDecimal;

/**
 * Lapses of one currency: how many are open, how many of them in the stage LATE, what the open ones
 * are worth a year, how many came back.
 */
public record Stake(String currency, long open, long late, BigDecimal valueYear, long won) {}
