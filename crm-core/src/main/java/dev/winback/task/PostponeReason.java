package dev.winback.task;

import dev.winback.shared.Refused;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Why a call is put off before it is made (CAL-05). */
public enum PostponeReason {
  /** He, or we, are too upset to talk. */
  ANGRY,
  TIRED,
  /** Facts have to be checked first. */
  FACTS;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static PostponeReason ofCode(@Nullable String code) {
    return Arrays.stream(values())
        .filter(reason -> reason.code().equals(code))
        .findFirst()
        .orElseThrow(() -> Refused.field("reason", "work.refused.postpone", "angry, tired, facts"));
  }
}
