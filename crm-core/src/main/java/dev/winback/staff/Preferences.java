package dev.winback.staff;

/**
 * How a member wants the pages: theme {@code auto}, {@code light} or {@code dark}; single-key
 * shortcuts on or off.
 */
public record Preferences(String theme, boolean singleKeys) {}
