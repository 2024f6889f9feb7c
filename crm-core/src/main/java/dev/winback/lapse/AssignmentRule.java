package dev.winback.lapse;

import java.util.Locale;

/** What stands against giving a loss to a member; a manager overrides it with a reason. */
public enum AssignmentRule {
  /** He lost this customer, now or before (DEC-22). */
  LOST_HIM,
  /** A, VIP and flagship go to senior members (DEC-25). */
  NEEDS_SENIOR,
  /** A newcomer gets group 3 alone, else he works with the manager (DEC-24). */
  NOVICE,
  /** He takes no calls at present. */
  NO_CAPACITY;

  /** The word in URLs and answers: lower case with hyphens. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
