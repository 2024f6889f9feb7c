package dev.winback.task;

import java.util.Locale;

/** What a task asks a person to do. */
public enum TaskKind {
  CALL(false),
  /** We promised to call at a time. */
  CALL_BACK(true),
  MEETING(true),
  /** We promised something for a day. */
  PROMISE(true),
  THANK_YOU(true),
  /** Service has resolved his complaint: is he satisfied with it? */
  SOLVED(true),
  /** Number, address or person has to be corrected before the plan goes on. */
  DATA_CARE(false),
  /** The far contact that a final no leaves open. */
  FAR_CONTACT(false),
  /** After a return (RET-03): is everything right, and what does he think of it? */
  AFTER_DELIVERY(false),
  /** His second order came, or does not come. */
  SECOND_ORDER(false),
  MONTH_3(false),
  MONTH_12(false),
  /** He returned and buys little of what he bought before (RET-04). */
  LOW_VOLUME(false),
  /** May we publish what he says (RET-06)? */
  TESTIMONIAL(false);

  private final boolean promised;

  TaskKind(boolean promised) {
    this.promised = promised;
  }

  /** The customer expects it: it comes before everything that he does not expect. */
  public boolean promised() {
    return promised;
  }

  /** It is made by telephone: a sample is sent and a visit written down at any hour. */
  boolean calls() {
    return this != MEETING && this != PROMISE && this != DATA_CARE;
  }

  /** The word in the database, in URLs and in answers. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static TaskKind ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
