package dev.winback.staff;

import static dev.winback.staff.Role.ADMIN;
import static dev.winback.staff.Role.MANAGER;
import static dev.winback.staff.Role.MARKETING;
import static dev.winback.staff.Role.REP;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The table "who may what" of rules.md ("People"), one constant per kind of act; front doors ask it
 * before the first write. A key needs a scope that carries the permission besides; without one
 * named here only {@link Scope#ADMIN} does.
 */
public enum Permission {
  /** Sees every customer and lapse; without it only the owned and the assigned ones. */
  SEE_ALL_CUSTOMERS("read", ADMIN, MANAGER, MARKETING),
  /** Reads what was said on the telephone. */
  READ_CALL_NOTES("read", ADMIN, MANAGER, REP),
  EDIT_CUSTOMERS("work", ADMIN, MANAGER, REP),
  /** Gives a customer to another owner. */
  CHANGE_OWNERS("work", ADMIN, MANAGER),
  /** Says that we do not work with a customer any more, and takes that back. */
  REFUSE_CUSTOMERS("work", ADMIN, MANAGER),
  ERASE_CUSTOMERS(ADMIN, MANAGER),
  /** Sees who may be here twice and what a merge would do. */
  SEE_DUPLICATES("read", ADMIN, MANAGER),
  /** Makes two records one customer, and two again. */
  MERGE_CUSTOMERS("work", ADMIN, MANAGER),
  READ_TASKS("read", MANAGER, REP),
  WORK_TASKS("work", MANAGER, REP),
  SEE_ALL_TASKS("read", MANAGER),
  DECIDE("work", MANAGER),
  /** Decides about offers above a rep's authority; gives them without asking anybody. */
  APPROVE_OFFERS("work", MANAGER),
  /** The kinds of offers, the rules for them, and what each rep may grant. */
  SET_OFFERS(ADMIN, MANAGER),
  /** Who is here and how he stands in the team. */
  SEE_MEMBERS("read", ADMIN, MANAGER),
  /** What the team does, rep by rep; a rep sees his own line. */
  SEE_TEAM("read", ADMIN, MANAGER, REP),
  /** Hands customers and losses over to others. */
  HAND_OVER("work", MANAGER),
  /** Visits with a rep, and words on calls. */
  LEAD_TEAM("work", MANAGER),
  /** Who answers for the programme, and its numbers. */
  KEEP_PROGRAMME(ADMIN, MANAGER),
  /** What was done with many losses at once. */
  SEE_BULK("read", MANAGER),
  /** The tree of reasons as the firm wants it. */
  KEEP_REASONS(ADMIN, MANAGER),
  /** Reads what to say in a call. */
  READ_SCRIPTS("read", ADMIN, MANAGER, REP, MARKETING),
  /** Words scripts, questions and answers for everybody. */
  KEEP_SCRIPTS(ADMIN, MANAGER),
  /** Words surveys and decides whom they reach. */
  RUN_SURVEYS("letters", ADMIN, MANAGER, MARKETING),
  /** Reads what own customers, or all, have answered. */
  SEE_SURVEYS("read", ADMIN, MANAGER, REP, MARKETING),
  /** Is told of black marks at once. */
  SEE_ALARMS("read", ADMIN, MANAGER, REP),
  /** Complaints with their clock, as service works on them. */
  SEE_COMPLAINTS("read", ADMIN, MANAGER, REP),
  /** Says what he knows of a loss when he is asked, whoever he is. */
  ANSWER_QUESTIONS("work letters", ADMIN, MANAGER, REP, MARKETING),
  READ_LADDER("read", ADMIN, MANAGER, MARKETING),
  /** Rungs, templates, letterhead and what else is written: an administrator has no part in it. */
  EDIT_LADDER("letters", MARKETING),
  RELEASE_LETTERS("letters", ADMIN, MANAGER, MARKETING),
  /** Ladder, rungs and letters of everybody; without it the letters of own customers. */
  SEE_ALL_LETTERS("read", ADMIN, MANAGER, MARKETING),
  /** Coupons of everybody; without it those of own customers. */
  SEE_ALL_COUPONS("read facts", ADMIN, MANAGER, MARKETING),
  REDEEM_COUPONS("facts work", ADMIN, MANAGER, REP, MARKETING),
  SEE_ALL_FIGURES("read", ADMIN, MANAGER),
  SEE_REPORTS("read", ADMIN, MANAGER, REP, MARKETING),
  /** Why customers were lost and what changed then; a rep sees his own. */
  SEE_LOSSES("read", ADMIN, MANAGER, REP),
  /** Writes down what the firm changed and when. */
  KEEP_EVENTS("work", ADMIN, MANAGER),
  /** Plans, begins and ends campaigns, and gives their losses to the team. */
  RUN_CAMPAIGNS("work", MANAGER),
  /** How the model of buying was fitted and how far it is to be believed. */
  SEE_MODEL("read", ADMIN, MANAGER, MARKETING),
  SEE_IMPORTS("read facts", ADMIN, MANAGER, MARKETING),
  IMPORT("facts", ADMIN, MANAGER, MARKETING),
  /** Limits of detection and of categories, and what they would change. */
  SET_LIMITS(ADMIN, MANAGER),
  SEE_NIGHTS("read", ADMIN, MANAGER),
  RUN_NIGHT(ADMIN, MANAGER),
  EXPORT("read", ADMIN, MANAGER, REP, MARKETING),
  /** Finds the views that he and others keep. */
  SEE_VIEWS("read", ADMIN, MANAGER, REP, MARKETING),
  /** Keeps lists under a name. */
  KEEP_VIEWS("work letters", ADMIN, MANAGER, REP, MARKETING),
  /** Makes and revokes his own API keys. */
  KEEP_KEYS(ADMIN, MANAGER, REP, MARKETING),
  ADMINISTER(ADMIN);

  private final List<String> scopes;

  @SuppressWarnings("ImmutableEnumChecker") // filled once, never handed out
  private final EnumSet<Role> roles;

  Permission(Role... roles) {
    this("admin", roles);
  }

  /** The scopes by their codes: the two enumerations would need each other to begin. */
  Permission(String scopes, Role... roles) {
    this.scopes = List.of(scopes.split(" "));
    this.roles = EnumSet.copyOf(List.of(roles));
  }

  public boolean of(Role role) {
    return roles.contains(role);
  }

  boolean carriedBy(Set<Scope> held) {
    return held.stream().anyMatch(has -> scopes().stream().anyMatch(has::covers));
  }

  /** The narrowest scope that carries it first. */
  List<Scope> scopes() {
    return scopes.stream().flatMap(code -> Scope.ofCode(code).stream()).toList();
  }
}
