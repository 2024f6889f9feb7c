package dev.winback.importing;

/** A run is over: done, failed, cancelled or taken back. */
public record ImportDone(long run) {}
