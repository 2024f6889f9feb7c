package dev.winback.script;

import java.util.Arrays;

/** What a script is for; a task finds its own by the word it is called by. */
public enum Occasion {
  CALL,
  CALL_BACK,
  MEETING,
  PROMISE,
  THANK_YOU,
  DATA_CARE,
  FAR_CONTACT,
  /** A machine answers (CAL-19). */
  VOICEMAIL,
  /** Somebody else answers, and it is asked who decides (CAL-18). */
  GATEKEEPER,
  SURVEY,
  /** His complaint was settled, and somebody tells him so. */
  COMPLAINT_SOLVED;

  /** Of a kind of task; what is not known is an ordinary call. */
  public static Occasion ofTask(String kind) {
    return Arrays.stream(values())
        .filter(occasion -> occasion.name().equalsIgnoreCase(kind))
        .findFirst()
        .orElse(CALL);
  }
}
