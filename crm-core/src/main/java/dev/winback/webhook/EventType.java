package dev.winback.webhook;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What other systems can be told. */
public enum EventType {
  LAPSE_OPENED,
  LAPSE_RETURNED,
  LAPSE_CLOSED,
  LAPSE_REOPENED,
  LETTER_SENT,
  IMPORT_DONE,
  NIGHT_DONE,
  CUSTOMER_ERASED,
  ALARM_RAISED,
  /** By the button of the page, to every address. */
  TEST;

  /** Those that can be chosen. */
  public static List<EventType> choices() {
    return Arrays.stream(values()).filter(type -> type != TEST).toList();
  }

  static Optional<EventType> ofCode(String code) {
    return choices().stream().filter(type -> type.code().equals(code.strip())).findFirst();
  }

  /** As in the message: {@code lapse.opened}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '.');
  }
}
