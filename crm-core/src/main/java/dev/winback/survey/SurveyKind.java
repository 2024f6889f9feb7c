package dev.winback.survey;

import dev.winback.shared.Refused;
import java.util.Arrays;
import java.util.Locale;

/**
 * Who is asked what: the departed why they left (UND-13), the loyal what could drive them away
 * (UND-14), all who buy whether they are satisfied (MEA-16); the rung is that of its letter.
 */
public enum SurveyKind {
  DEPARTED(-1),
  LOYAL(-2),
  SATISFACTION(-3);

  private final int rung;

  SurveyKind(int rung) {
    this.rung = rung;
  }

  public int rung() {
    return rung;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static SurveyKind ofCode(String code) {
    return Arrays.stream(values())
        .filter(kind -> kind.code().equals(code.strip().toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> Refused.field("kind", "survey.refused.kind", code));
  }
}
