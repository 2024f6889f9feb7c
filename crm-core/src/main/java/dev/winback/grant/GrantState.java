package dev.winback.grant;

import java.util.Locale;

/** Where an offer stands. */
public enum GrantState {
  /** Above the rep's authority: a manager is asked. */
  ASKED,
  /** Approved and not yet given. */
  APPROVED,
  REFUSED,
  /** The customer knows of it. */
  GIVEN,
  ACCEPTED,
  DECLINED,
  EXPIRED,
  WITHDRAWN,
  /** He bought again while it held: the return redeems it (RET-01). */
  USED;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static GrantState ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
