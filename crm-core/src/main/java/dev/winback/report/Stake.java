package dev.winback.report;

import java.math.BigDecimal;

/** Lapses of one currency: how many are open, what they are worth a year, how many came back. */
public record Stake(String currency, long open, BigDecimal valueYear, long won) {}
