package dev.winback.lapse;

import dev.winback.shared.Refused;
import java.util.Locale;

/** What a manager decides about a loss (keys r, w, f, s of the lost list, and three without). */
public enum Decision {
  RETURN,
  NOT_WORTH,
  FALSE_ALARM,
  LATER,
  /** We do not want him back, whatever he would bring; says why. */
  NOT_WANTED,
  /** It is we who went another way: reports count it apart (DEC-21). */
  DIRECTION_CHANGED,
  /** The attempts are used up and nobody was reached: a later purchase still returns him. */
  UNREACHABLE;

  /** The word in URLs and answers. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Refused where the reason is missing that it needs. */
  public void requireReason(String reason) {
    if (this == NOT_WANTED) {
      Decisions.requireReason(reason);
    }
  }

  public static Decision ofCode(String code) {
    for (var decision : values()) {
      if (decision.code().equalsIgnoreCase(code.strip().replace('_', '-'))) {
        return decision;
      }
    }
    throw Refused.field("decision", "refused.lapse.decision", code);
  }
}
