package dev.winback.signal;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What happened with a customer besides purchases, on its day in the firm's zone; {@code over} is
 * the day on which a complaint was resolved, far in the future while it is open.
 */
record Happening(Kind kind, Instant at, LocalDate day, LocalDate over, int detail) {

  /** In the order of their numbers in happened.sql. */
  enum Kind {
    REQUEST,
    /** He contacted us, or was reached by us. */
    HEARD,
    /** A call at an agreed time, and he was not there. */
    MISSED_CALL,
    /** A letter that asked for an answer. */
    ASKED_BY_LETTER,
    ENDED,
    /** The detail is the severity, 0 when unknown, and 10 more when the answer did not satisfy. */
    COMPLAINT,
    /** The detail is 1 when the shop says that it was ordered, and 2 when it was emptied. */
    CART
  }
}
