package dev.winback.shared;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The position in a keyset-paged list: the sort values of the last row seen, opaque to the outside.
 */
public record Cursor(List<String> values) {

  private static final String SEPARATOR = "\u001f";

  public static String encode(Object... values) {
    var text = new StringBuilder();
    for (var value : values) {
      text.append(text.isEmpty() ? "" : SEPARATOR).append(value);
    }
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** Null for no cursor; refused when it is none of ours or has another number of values. */
  public static @Nullable Cursor decode(@Nullable String cursor, int values) {
    if (cursor == null || cursor.isBlank()) {
      return null;
    }
    try {
      var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      var parts = List.of(text.split(SEPARATOR, -1));
      if (parts.size() == values && text.indexOf('\0') < 0) {
        return new Cursor(parts);
      }
    } catch (IllegalArgumentException notBase64) {
      // falls through to the refusal
    }
    throw refused();
  }

  /** The row number of a cursor that is nothing else; without a cursor the one to begin with. */
  public static long number(@Nullable String cursor, long begin) {
    var position = decode(cursor, 1);
    return position == null ? begin : position.number(0);
  }

  /** The value at this place as a row number, refused when somebody made it up. */
  public long number(int place) {
    try {
      return Long.parseLong(values.get(place));
    } catch (NumberFormatException notOurs) {
      throw refused();
    }
  }

  /** The value at this place as a day. */
  public LocalDate day(int place) {
    try {
      return DayText.read(values.get(place));
    } catch (DateTimeParseException notOurs) {
      throw refused();
    }
  }

  /** The value at this place as a moment. */
  public OffsetDateTime moment(int place) {
    try {
      var at = OffsetDateTime.parse(values.get(place));
      DayText.moment("after", at.toInstant());
      return at;
    } catch (DateTimeParseException notOurs) {
      throw refused();
    }
  }

  /** The value at this place as an amount, written out. */
  public BigDecimal amount(int place) {
    if (!values.get(place).matches("-?\\d{1,20}(\\.\\d{1,10})?")) {
      throw refused();
    }
    return new BigDecimal(values.get(place));
  }

  /** What is no cursor of this list. */
  public static Refused refused() {
    return Refused.field("after", "refused.cursor");
  }
}
