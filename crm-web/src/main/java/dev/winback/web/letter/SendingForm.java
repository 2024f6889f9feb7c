package dev.winback.web.letter;

import dev.winback.letter.MailboxCaps;
import dev.winback.letter.SendingSettings;
import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import dev.winback.web.layout.ChangedFields;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rules of sending as somebody typed them; empty stands for no cap. */
record SendingForm(
    @Nullable String dailyCap,
    @Nullable LocalDate warmSince,
    @Nullable String contactCap,
    @Nullable String mailboxGap,
    @Nullable String mailboxLetters,
    @Nullable String mailboxDays,
    @Nullable String mailboxSame,
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
        text(now.mailbox().gap()),
        text(now.mailbox().letters()),
        text(now.mailbox().days()),
        text(now.mailbox().same()),
        now.weekdays() ? "on" : null,
        now.holidays() ? "on" : null,
        String.join("\n", now.trial()),
        now.softOptIn() ? "on" : null,
        now.version());
  }

  /** The same, to be put in the place of the rules as they are now. */
  SendingForm over(SendingSettings now) {
    return new SendingForm(
        dailyCap,
        warmSince,
        contactCap,
        mailboxGap,
        mailboxLetters,
        mailboxDays,
        mailboxSame,
        weekdays,
        holidays,
        trial,
        softOptIn,
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
        caps(),
        weekdays != null,
        holidays != null,
        lines(),
        softOptIn != null,
        version == null ? -1 : version);
  }

  private MailboxCaps caps() {
    return new MailboxCaps(
        needed("mailboxGap", mailboxGap),
        needed("mailboxLetters", mailboxLetters),
        needed("mailboxDays", mailboxDays),
        needed("mailboxSame", mailboxSame));
  }

  /** What was typed of the caps of a mailbox, by the names of the fields. */
  public Map<String, String> mailbox() {
    var typed = new LinkedHashMap<String, String>();
    typed.put("mailboxGap", Objects.requireNonNullElse(mailboxGap, ""));
    typed.put("mailboxLetters", Objects.requireNonNullElse(mailboxLetters, ""));
    typed.put("mailboxDays", Objects.requireNonNullElse(mailboxDays, ""));
    typed.put("mailboxSame", Objects.requireNonNullElse(mailboxSame, ""));
    return typed;
  }

  private static int needed(String field, @Nullable String typed) {
    var number = number(field, typed);
    if (number == null) {
      throw Refused.field(field, "sending.refused.missing");
    }
    return number;
  }

  private List<String> lines() {
    return trial == null
        ? List.of()
        : trial.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  /** The changed numbers of a column, by the row. */
  static Map<String, @Nullable Integer> numbers(String column, Map<String, String> form) {
    var numbers = new LinkedHashMap<String, @Nullable Integer>();
    ChangedFields.of(form, column)
        .forEach((row, typed) -> numbers.put(row, number(column + row, typed)));
    return numbers;
  }

  /** The changed caps, by the number of the rung. */
  static Map<Integer, @Nullable Integer> caps(Map<String, String> form) {
    var caps = new LinkedHashMap<Integer, @Nullable Integer>();
    numbers("cap.", form).forEach((rung, most) -> caps.put(rung(rung), most));
    return caps;
  }

  private static int rung(String number) {
    if (!number.matches("-?\\d{1,4}")) {
      throw new NotFound("rung");
    }
    return Integer.parseInt(number);
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
