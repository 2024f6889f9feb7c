package dev.winback.staff;

/** What a member is in the firm (OPS-03). */
public enum Role {
  ADMIN,
  MANAGER,
  REP,
  MARKETING
}
