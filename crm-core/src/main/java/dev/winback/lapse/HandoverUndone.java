package dev.winback.lapse;

/** A handover was taken back: what went along goes back too. */
public record HandoverUndone(long handover) {}
