package dev.winback.grant;

/** What a manager answered: offers to be given, and offers refused in the last days. */
public record Answered(int approved, int refused) {}
