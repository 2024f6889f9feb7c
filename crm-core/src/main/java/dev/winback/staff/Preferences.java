package dev.winback.staff;

import org.jspecify.annotations.Nullable;

/**
 * How a member wants the pages: theme {@code auto}, {@code light} or {@code dark}; rows of tables
 * {@code comfortable} or {@code compact}; single-key shortcuts on or off; as a manager, a letter
 * about the week on Mondays; the zone of his days and hours, null: the firm's.
 */
public record Preferences(
    String theme, String density, boolean singleKeys, boolean weeklyLetter, @Nullable String zone) {

  /** Those of a stranger. */
  public static final Preferences USUAL = new Preferences("auto", "comfortable", true, false, null);
}
