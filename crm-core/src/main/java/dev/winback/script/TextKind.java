package dev.winback.script;

import dev.winback.shared.NotFound;
import java.util.Arrays;
import java.util.Locale;

/** What a text of a script is; of all but parts the firm may add its own. */
public enum TextKind {
  /** What is said in one part of a call. */
  PART,
  /** A closed question, and the open one in its place (CAL-24). */
  QUESTION,
  /** What a customer says against it, and our answer (CAL-25). */
  OBJECTION,
  /** A word to avoid, and what to say instead (CAL-26). */
  AVOID,
  /** One piece of advice a call (CAL-39). */
  TIP,
  /** Help beside a field (OPS-09). */
  ADVICE;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static TextKind ofCode(String code) {
    return Arrays.stream(values())
        .filter(kind -> kind.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new NotFound("kind of text"));
  }
}
