package dev.winback.task;

/** A call was taken back within its minute; what hung on it goes in the same transaction. */
public record CallTakenBack(long call) {}
