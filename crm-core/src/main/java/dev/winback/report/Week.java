package dev.winback.report;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Seven days, on the start page up to the last night: losses, those of class A among them, what
 * they brought a year; who is late since then and no loss yet; returns and their first orders.
 * Money in the firm's currency.
 */
public record Week(
    LocalDate fromDay,
    LocalDate untilDay,
    long losses,
    long lossesOfA,
    BigDecimal lostYear,
    long late,
    long returns,
    BigDecimal firstOrders) {}
