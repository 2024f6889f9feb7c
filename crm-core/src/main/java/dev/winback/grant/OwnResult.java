package dev.winback.grant;

/** How often a kind was given, how often it was taken, and how many came back with it. */
public record OwnResult(String kind, long given, long taken, long returned) {}
