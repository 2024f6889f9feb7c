package dev.winback.script;

import dev.winback.shared.Refused;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The steps of a call in their order (CAL-11): the apology stands at the end (CAL-10). */
public enum Step {
  OPENER,
  CONVENIENT,
  PURPOSE,
  QUESTIONS,
  WHYS,
  OWN_WORDS,
  OPTIONS,
  AGREEMENT,
  SUMMARY,
  CLOSE;

  /** The word in pages and in answers. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Step ofCode(@Nullable String code) {
    return Arrays.stream(values())
        .filter(step -> step.code().equals(code))
        .findFirst()
        .orElseThrow(() -> Refused.field("step", "script.refused.step", String.valueOf(code)));
  }
}
