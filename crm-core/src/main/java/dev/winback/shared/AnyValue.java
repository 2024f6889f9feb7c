package dev.winback.shared;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** Writes a value by its own type, where the types of columns are known by their values alone. */
final class AnyValue {

  private AnyValue() {}

  static BinaryRows write(@Nullable Object value, BinaryRows rows) {
    if (value instanceof Boolean flag) {
      return rows.bool(flag);
    } else if (value instanceof Integer number) {
      return rows.integer(number);
    } else if (value instanceof Long number) {
      return rows.bigint(number);
    } else if (value instanceof LocalDate day) {
      return rows.date(day);
    } else if (value instanceof LocalTime time) {
      return rows.time(time);
    } else if (value instanceof Instant moment) {
      return rows.moment(moment);
    }
    return rows.text((String) value);
  }
}
