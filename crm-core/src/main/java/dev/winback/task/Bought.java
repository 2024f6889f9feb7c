package dev.winback.task;

import java.time.LocalDate;

/** One of the goods of a customer: in how many orders, when last, and whether in the last order. */
public record Bought(String good, int times, LocalDate lastOn, boolean inLast) {}
