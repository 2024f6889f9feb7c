package dev.winback.script;

import dev.winback.shared.Refused;
import java.util.Arrays;
import java.util.Locale;

/** What a short text is for; its title and its text mean something else in each sort. */
public enum PhraseSort {
  /** A closed question and the open one to ask instead (CAL-24). */
  QUESTION,
  /** What he objects and what to answer (CAL-25). */
  OBJECTION,
  /** A word to avoid and what to say instead (CAL-26). */
  AVOID,
  /** One per call (CAL-39). */
  TIP,
  /** What to do when he is angry (CAL-37). */
  ANGER,
  /** A competitor, and what he and we charge and give (OPS-08). */
  COMPARE,
  /** Goods, and what goes with them (CAL-42). */
  FITS,
  /** Advice for a field of the pages (OPS-09). */
  ADVICE;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static PhraseSort ofCode(String code) {
    return Arrays.stream(values())
        .filter(sort -> sort.code().equals(code))
        .findFirst()
        .orElseThrow(() -> Refused.field("sort", "script.refused.sort", code));
  }
}
