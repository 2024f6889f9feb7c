package dev.winback.staff;

/**
 * How a member wants the pages: theme {@code auto}, {@code light} or {@code dark}; single-key
 * shortcuts on or off; as a manager, a letter about the week on Mondays.
 */
public record Preferences(String theme, boolean singleKeys, boolean weeklyLetter) {}
