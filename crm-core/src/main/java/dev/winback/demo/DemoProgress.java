package dev.winback.demo;

import java.time.LocalDate;

/** The day of its past that the demo firm lives through just now, of all of them in percent. */
public record DemoProgress(LocalDate day, int percent) {}
