package dev.winback.inbox;

import java.util.Locale;

/** What a mail in the firm's mailbox is, told by its structure (letters.md, "Bounces"). */
public enum ArrivalKind {
  /** A letter could not be delivered (RFC 3464). */
  BOUNCE,
  /** A reader called a letter spam (RFC 5965). */
  COMPLAINT,
  /** Nobody wrote it: a vacation notice, a confirmation of receipt, a delay. */
  AUTO,
  /** A person wrote. */
  REPLY,
  /** Somebody wants no more letters. */
  UNSUBSCRIBE,
  /** Nobody could read it. */
  UNKNOWN;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
