package dev.winback.event;

import dev.winback.shared.Refused;
import java.util.Arrays;
import java.util.Locale;

/** What kind of change a business event is (UND-22). */
public enum EventKind {
  PRICE_RISE,
  PRODUCT_GONE,
  SUPPLIER,
  RULES,
  MOVE,
  STRIKE,
  OTHER;

  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static EventKind ofCode(String code) {
    return Arrays.stream(values())
        .filter(kind -> kind.code().equals(code.strip().toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> Refused.field("kind", "event.refused.kind", code));
  }
}
