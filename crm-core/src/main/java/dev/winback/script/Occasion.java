package dev.winback.script;

import dev.winback.shared.Refused;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
  /** He asked for text messages instead of calls (CAL-08). */
  MESSAGE,
  /** Somebody else answers, and it is asked who decides (CAL-18). */
  GATEKEEPER,
  /** His complaint was settled, and somebody tells him so. */
  SOLVED,
  /** He is back: all that is asked of him in his first year (RET-03 to RET-06). */
  AFTER_RETURN;

  private static final Set<String> AFTERCARE =
      Set.of("after_delivery", "second_order", "month_3", "month_12", "low_volume", "testimonial");

  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Null for nothing said, which is an ordinary call. */
  public static Occasion ofCode(@Nullable String code) {
    return Arrays.stream(values())
        .filter(occasion -> occasion.code().equals(code == null ? CALL.code() : code))
        .findFirst()
        .orElseThrow(
            () -> Refused.field("occasion", "script.refused.occasion", String.valueOf(code)));
  }

  /** Of a kind of task; what is not known is an ordinary call. */
  public static Occasion ofTask(String kind) {
    if (AFTERCARE.contains(kind)) {
      return AFTER_RETURN;
    }
    return Arrays.stream(values())
        .filter(occasion -> occasion.name().equalsIgnoreCase(kind))
        .findFirst()
        .orElse(CALL);
  }
}
