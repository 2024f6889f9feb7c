package dev.winback.letter;

import java.util.Locale;

/**
 * Why a due letter does not leave (acceptance.md, "Why a due letter is held"); every letter that is
 * not sent names one, so that due = sent + control + held + stopped.
 */
public enum HoldReason {
  NO_ADDRESS,
  PERSON_INACTIVE,
  STOP_LIST,
  ADDRESS_BOUNCED,
  NO_BASIS,
  /** After a hot conflict nobody asks before a day. */
  COOL_DOWN,
  /** Somebody is talking to the customer: letters rest until a day. */
  REP_TALKING,
  /** He has left: somebody asks him why before a letter does. */
  TALK_FIRST,
  /** Service has not yet resolved what he complained about. */
  COMPLAINT_OPEN,
  /** Somebody owes him something that was promised. */
  PROMISE_OPEN,
  /** He has ordered, and not yet paid. */
  ORDER_PENDING,
  /** What drove him away is being mended, and is not yet repaired. */
  NOT_REPAIRED,
  /** A discount that a person gave him still holds. */
  DISCOUNT_RUNS,
  /** The rung was moved to a later day. */
  NOT_YET,
  /** The rung is for other classes, reasons or channels. */
  FOR_OTHERS,
  /** The offer would leave less than the margin floor, whoever approves. */
  MARGIN_FLOOR,
  /** More than the firm's highest discount, whoever approves. */
  ABOVE_HIGHEST,
  /** The worst case of the rung's coupons would go beyond its budget. */
  COST_BUDGET,
  /** The backlog, and whom a basis frees later, are written to day by day. */
  BACKLOG_QUOTA,
  /** The reader wants no letters for a while, or none but those about his cart. */
  ASKED_QUIET,
  /** The customer prefers another channel. */
  OTHER_CHANNEL,
  /** Another customer record with this mailbox has the letter already. */
  SAME_MAILBOX,
  /** Waits for marketing or a manager to release it. */
  REVIEW,
  RUNG_OFF,
  /** The program stopped the rung: too many dead mailboxes, refusals or complaints. */
  RUNG_PAUSED,
  SENDING_STOPPED,
  /** Only chosen mailboxes are written to for now. */
  TRIAL,
  /** The letters of this day have left. */
  DAY_CAP,
  OUTSIDE_HOURS,
  /** Enough letters to this mailbox for now. */
  CAP,
  /** Enough letters and talks for this customer for now. */
  CONTACT_CAP,
  /** Kept back to compare with. */
  CONTROL,
  PURCHASED_SINCE,
  LAPSE_CLOSED,
  /** We do not want him back. */
  NOT_WORTH,
  /** A farewell for somebody with whom we try again. */
  LAPSE_OPEN,
  TWICE_LOST,
  /** A higher rung is due or has written. */
  HIGHER_RUNG,
  /** Silent for longer than the rung has been on, and the rung leaves the backlog alone. */
  BEFORE_START,
  /** This letter has already been written to the customer. */
  ALREADY_WRITTEN,
  /** The customer has answered the survey, or it was closed. */
  ANSWERED,
  /** He was to be asked as somebody who stays, and has left. */
  LOST_MEANWHILE,
  /** What lay in the cart was ordered, refunded or taken out, or a newer cart took its place. */
  CART_GONE,
  /** Too late: such a letter is worse than none. */
  MISSED,
  /** The news were withdrawn. */
  WITHDRAWN,
  /** What was wrong is a guess so far. */
  NOT_CONFIRMED,
  /** Nobody knows the real reason yet. */
  REASON_UNKNOWN,
  /** A letter about our fault that offers nothing as an apology. */
  NO_OFFER,
  /** The deadline of the apology is short. */
  DEADLINE_SHORT,
  /** A person let the in-doubt letter be. */
  DROPPED,
  /** A person sent the in-doubt letter again as a new one. */
  SENT_AGAIN;

  /** It passes by itself with the next opening: a letter that is let go leaves then. */
  public boolean opens() {
    return this == OUTSIDE_HOURS || this == DAY_CAP;
  }

  /** The word in URLs and answers: lower case with hyphens. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
