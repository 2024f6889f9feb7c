package dev.winback.signal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a customer's history can show; each kind comes with the rule that sees it. */
public enum SignalKind {
  /** No counting purchase for one of the silence classes (DET-06). */
  SILENT,
  /** Silent for longer than the customer's own rhythm, or that of his kind, allows (DET-08). */
  LATE,
  /** The longest time in which such a customer must order has passed (DET-09). */
  MAX_GAP,
  /** Asked before and has not asked for three months (DET-02). */
  NO_REQUESTS,
  /** Asked three times in a row and bought nothing (DET-03). */
  REQUESTS_WITHOUT_PURCHASE,
  /** Answers no letter and keeps no agreed call (DET-04). */
  UNRESPONSIVE,
  /** Still buys, and much less than his own norm (DET-05). */
  VOLUME_DROP,
  /** Left things in a cart, or took them out and went (DET-11). */
  CART,
  /** Said himself that he ends it (DET-14). */
  ENDED,
  /** Was on the list of VIPs and is not any more (DET-16). */
  FALLEN_VIP,
  /** A VIP who paid little in the last month (DET-15). */
  VIP_PAID_LITTLE,
  /** A VIP who pays much while next to nothing is earned (DET-19). */
  MARGIN_SQUEEZE,
  /** A complaint is open or was badly answered (DET-18). */
  COMPLAINT,
  /** A day is near on which customers like to leave (DET-17). */
  RISKY_MOMENT,
  /** Number or address are probably of no use any more (DET-24). */
  STALE_CONTACT;

  /** Made once: a night writes a million of them. */
  private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The word in URLs, answers and the database. */
  @JsonValue
  public String code() {
    return code;
  }

  @JsonCreator
  public static SignalKind ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** Found by the fold over a history; the others are found by statements over everybody. */
  boolean folded() {
    return this != STALE_CONTACT;
  }

  /** Rests on where the customer stands among all, which is known at the end of the night alone. */
  boolean ofVips() {
    return this == FALLEN_VIP || this == VIP_PAID_LITTLE || this == MARGIN_SQUEEZE;
  }

  /** What opens a loss: silence, or what he says himself. */
  boolean ofLoss() {
    return this == SILENT || this == LATE || this == MAX_GAP || this == ENDED;
  }

  /** Tells of silence: what the customer's own limits and season put off. */
  boolean ofSilence() {
    return this == SILENT || this == LATE || this == MAX_GAP || this == NO_REQUESTS;
  }
}
