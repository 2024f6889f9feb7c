package dev.winback.staff;

import static dev.winback.staff.Role.ADMIN;
import static dev.winback.staff.Role.MANAGER;
import static dev.winback.staff.Role.MARKETING;
import static dev.winback.staff.Role.REP;

import java.util.EnumSet;
import java.util.List;

/**
 * The table "who may what" of rules.md ("People"), one constant per kind of act; front doors ask it
 * before the first write.
 */
public enum Permission {
  /** Sees every customer and lapse; without it only the owned and the assigned ones. */
  SEE_ALL_CUSTOMERS(ADMIN, MANAGER, MARKETING),
  /** Reads what was said on the telephone. */
  READ_CALL_NOTES(ADMIN, MANAGER, REP),
  EDIT_CUSTOMERS(ADMIN, MANAGER, REP),
  /** Gives a customer to another owner. */
  CHANGE_OWNERS(ADMIN, MANAGER),
  ERASE_CUSTOMERS(ADMIN, MANAGER),
  WORK_TASKS(MANAGER, REP),
  SEE_ALL_TASKS(MANAGER),
  DECIDE(MANAGER),
  READ_LADDER(ADMIN, MANAGER, MARKETING),
  EDIT_LADDER(ADMIN, MARKETING),
  RELEASE_LETTERS(ADMIN, MANAGER, MARKETING),
  /** Ladder, rungs and letters of everybody; without it the letters of own customers. */
  SEE_ALL_LETTERS(ADMIN, MANAGER, MARKETING),
  SEE_ALL_FIGURES(ADMIN, MANAGER),
  SEE_REPORTS(ADMIN, MANAGER, REP, MARKETING),
  IMPORT(ADMIN, MANAGER, MARKETING),
  RUN_NIGHT(ADMIN, MANAGER),
  EXPORT(ADMIN, MANAGER, REP, MARKETING),
  ADMINISTER(ADMIN);

  @SuppressWarnings("ImmutableEnumChecker") // filled once, never handed out
  private final EnumSet<Role> roles;

  Permission(Role... roles) {
    this.roles = EnumSet.copyOf(List.of(roles));
  }

  public boolean of(Role role) {
    return roles.contains(role);
  }
}
