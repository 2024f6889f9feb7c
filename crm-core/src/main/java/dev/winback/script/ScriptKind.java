package dev.winback.script;

import dev.winback.shared.Refused;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A rigid script is read word by word, of a flexible one the steps count (CAL-23). */
public enum ScriptKind {
  RIGID,
  FLEXIBLE;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Null for nothing said, which is flexible. */
  public static ScriptKind ofCode(@Nullable String code) {
    return Arrays.stream(values())
        .filter(kind -> kind.code().equals(code == null ? FLEXIBLE.code() : code))
        .findFirst()
        .orElseThrow(() -> Refused.field("kind", "script.refused.kind", String.valueOf(code)));
  }
}
