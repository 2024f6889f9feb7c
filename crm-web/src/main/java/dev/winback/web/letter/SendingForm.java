package dev.winback.web.letter;

import dev.winback.letter.SendingSettings;
import dev.winback.shared.Refused;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules of sending as somebody typed them; empty stands for no cap. */
record SendingForm(
    @Nullable String dailyCap,
    @Nullable LocalDate warmSince,
    @Nullable String contactCap,
    @Nullable String weekdays,
    @Nullable String holidays,
    @Nullable String trial,
    @Nullable String softOptIn,
    @Nullable Long version) {

  private static final int DIGITS = 9;

  static SendingForm of(SendingSettings now) {
    return new SendingForm(
        text(now.dailyCap()),
        now.warmSince(),
        text(now.contactCap()),
        now.weekdays() ? "on" : null,
        now.holidays() ? "on" : null,
        String.join("\n", now.trial()),
        now.softOptIn() ? "on" : null,
        now.version());
  }

  private static String text(@Nullable Integer number) {
    return number == null ? "" : "" + number;
  }

  SendingSettings settings() {
    return new SendingSettings(
        number("dailyCap", dailyCap),
        warmSince,
        number("contactCap", contactCap),
        weekdays != null,
        holidays != null,
        lines(),
        softOptIn != null,
        version == null ? -1 : version);
  }

  private List<String> lines() {
    return trial == null
        ? List.of()
        : trial.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  /** A whole number, or null for an empty field. */
  static @Nullable Integer number(String field, @Nullable String typed) {
    var text = typed == null ? "" : typed.strip();
    if (text.isEmpty()) {
      return null;
    }
    if (!text.matches("\\d+")) {
      throw Refused.field(field, "sending.refused.number", text);
    }
    if (text.length() > DIGITS) {
      throw Refused.field(field, "sending.refused.large", text);
    }
    return Integer.valueOf(text);
  }
}
