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
  VALUE(
      ListOrder.of(
          "l.value_year desc, l.id desc", "(l.value_year, l.id) < (cast(:v as numeric), :id)")),
  GAIN(
      new ListOrder(
          "l.gain desc nulls last, l.id desc",
          "(l.gain, l.id) < (cast(:v as numeric), :id)",
          "l.gain is not null",
          new ListOrder("l.id desc", "l.id < :id", "l.gain is null", null))),
  DAYS(ListOrder.of("l.silent_since, l.id", "(l.silent_since, l.id) > (cast(:v as date), :id)")),
  OPENED(
      ListOrder.of("l.opened_on desc, l.id desc", "(l.opened_on, l.id) < (cast(:v as date), :id)")),
  NAME(ListOrder.of("l.sort_name, l.id", "(l.sort_name, l.id) > (cast(:v as text), :id)"));

  private final ListOrder order;

  LostSort(ListOrder order) {
    this.order = order;
  }

  ListOrder order() {
    return order;
  }

  /** One order of all, to find who stands before whom. */
  ListOrder whole() {
    return switch (this) {
      case GAIN ->
          ListOrder.of(
              "coalesce(l.gain, -1e12) desc, l.id desc",
              "(coalesce(l.gain, -1e12), l.id) < (cast(:v as numeric), :id)");
      default -> order;
    };
  }

  /** A value of that order. */
  Object valueAt(String value) {
    return switch (this) {
      case VALUE, GAIN -> new BigDecimal(value);
      case DAYS, OPENED -> LocalDate.parse(value);
      case NAME -> value;
    };
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
  @Nullable Object read(String value) {
    if (value.equals(ListOrder.NONE) && order.rest() != null) {
      return null;
    }
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
      case GAIN -> row.gain() == null ? ListOrder.NONE : row.gain().toPlainString();
      case DAYS -> row.silentSince().toString();
      case OPENED -> row.openedOn().toString();
      case NAME -> row.sortName();
    };
  }
}
