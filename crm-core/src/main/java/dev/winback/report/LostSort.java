package dev.winback.report;

import dev.winback.shared.Cursor;
import dev.winback.shared.Refused;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The orders of the lost list; each ends with the lapse's number, so that ties have one order. */
public enum LostSort {
  VALUE("l.value_year desc, l.id desc", "(l.value_year, l.id) < (cast(:v as numeric), :id)"),
  GAIN(
      "coalesce(w.gain, -1e12) desc, l.id desc",
      "(coalesce(w.gain, -1e12), l.id) < (cast(:v as numeric), :id)"),
  DAYS("l.silent_since, l.id", "(l.silent_since, l.id) > (cast(:v as date), :id)"),
  OPENED("l.opened_on desc, l.id desc", "(l.opened_on, l.id) < (cast(:v as date), :id)"),
  NAME("lower(c.display_name), l.id", "(lower(c.display_name), l.id) > (cast(:v as text), :id)");

  /** After all that are. */
  private static final String NOT_WEIGHED = "-1000000000000";

  private final String order;
  private final String after;

  LostSort(String order, String after) {
    this.order = order;
    this.after = after;
  }

  String order() {
    return order;
  }

  String after() {
    return after;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static LostSort of(@Nullable String code) {
    if (code == null || code.isBlank()) {
      return VALUE;
    }
    return Arrays.stream(values())
        .filter(s -> s.code().equals(code))
        .findFirst()
        .orElseThrow(() -> Refused.field("sort", "refused.sort", code));
  }

  /** A cursor's value, refused when somebody made it up. */
  Object read(String value) {
    try {
      return switch (this) {
        case VALUE, GAIN -> new BigDecimal(value);
        case DAYS, OPENED -> LocalDate.parse(value);
        case NAME -> value;
      };
    } catch (NumberFormatException | DateTimeParseException e) {
      throw Cursor.refused();
    }
  }

  String valueOf(LostRow row) {
    return switch (this) {
      case VALUE -> row.valueYear().toPlainString();
      case GAIN -> row.gain() == null ? NOT_WEIGHED : row.gain().toPlainString();
      case DAYS -> row.silentSince().toString();
      case OPENED -> row.openedOn().toString();
      case NAME -> row.sortName();
    };
  }
}
