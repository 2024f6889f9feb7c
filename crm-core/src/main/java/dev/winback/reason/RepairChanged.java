package dev.winback.reason;

/** A reason came under repair, was repaired, or is no longer said to be either. */
public record RepairChanged(String code) {}
