package dev.winback.staff;

/**
 * How a member wants the pages: theme {@code auto}, {@code light} or {@code dark}; rows of tables
 * {@code comfortable} or {@code compact}; single-key shortcuts on or off; as a manager, a letter
 * about the week on Mondays.
 */
public record Preferences(String theme, String density, boolean singleKeys, boolean weeklyLetter) {

  /** Those of a stranger. */
  public static final Preferences USUAL = new Preferences("auto", "comfortable", true, false);
}
