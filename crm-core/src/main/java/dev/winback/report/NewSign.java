package dev.winback.report;

/** How many customers show a sign that began lately; the kind is the code of a signal. */
public record NewSign(String kind, long customers) {}
