package dev.winback.lapse;

/** The last decision about this lapse was taken back. */
public record DecisionUndone(LapseId lapse) {}
