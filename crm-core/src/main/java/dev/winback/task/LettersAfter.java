package dev.winback.task;

/** What letters do after a call. */
public enum LettersAfter {
  GO_ON,
  /** They rest until the day of the next step. */
  REST_UNTIL_NEXT,
  /** They rest until a month after the next step: somebody talks to the customer. */
  REST,
  /** The lapse is closed, and with it the ladder. */
  STOP
}
