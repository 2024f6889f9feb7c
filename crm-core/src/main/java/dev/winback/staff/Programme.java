package dev.winback.staff;

import dev.winback.shared.Refused;
import org.jspecify.annotations.Nullable;

/**
 * Winning back as the firm runs it: who answers for it, by name and by what he is there, the days
 * of pause proposed after a hot conflict, and the days without any act after which an open loss
 * counts as untouched.
 */
public record Programme(
    @Nullable String owner,
    @Nullable String ownerName,
    @Nullable String ownerTitle,
    int coolingDays,
    int untouchedDays) {

  private static final int LONGEST_TITLE = 120;
  private static final int LONGEST_PAUSE = 60;
  private static final int YEAR = 365;

  void check() {
    if (ownerTitle != null && ownerTitle.length() > LONGEST_TITLE) {
      throw Refused.field("ownerTitle", "team.refused.title", LONGEST_TITLE);
    }
    if (coolingDays < 1 || coolingDays > LONGEST_PAUSE) {
      throw Refused.field("coolingDays", "team.refused.cooling", LONGEST_PAUSE);
    }
    if (untouchedDays < 1 || untouchedDays > YEAR) {
      throw Refused.field("untouchedDays", "team.refused.untouched", YEAR);
    }
  }
}
