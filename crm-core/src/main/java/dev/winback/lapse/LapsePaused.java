package dev.winback.lapse;

import java.time.LocalDate;

/** Nobody is to call before this day; a pause that ends names the day of its end. */
public record LapsePaused(LapseId lapse, LocalDate until) {}
