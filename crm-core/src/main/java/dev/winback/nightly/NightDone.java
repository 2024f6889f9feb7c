package dev.winback.nightly;

/** The night is done: the lists of its day are ready. */
public record NightDone(long night) {}
