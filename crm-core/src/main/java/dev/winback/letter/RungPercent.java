package dev.winback.letter;

import java.time.LocalDate;

/** What the letters of one rung brought that gave one percent, of a rung that has given several. */
public record RungPercent(
    int rung, int percent, LocalDate first, LocalDate last, long sent, long returned, long used) {}
