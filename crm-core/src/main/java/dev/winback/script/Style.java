package dev.winback.script;

import dev.winback.shared.Refused;
import java.util.Locale;

/** How a script is meant (CAL-23): read out as it stands, or said in one's own words. */
public enum Style {
  FLEXIBLE,
  RIGID;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Style ofCode(String code) {
    for (var style : values()) {
      if (style.code().equals(code)) {
        return style;
      }
    }
    throw Refused.field("style", "script.refused.style", code);
  }
}
