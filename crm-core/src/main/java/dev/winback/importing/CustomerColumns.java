package dev.winback.importing;

import dev.winback.customer.CustomerEntry;
import dev.winback.customer.CustomerField;
import dev.winback.customer.MailAddress;
import dev.winback.customer.PhoneNumbers;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads customers from rows. */
final class CustomerColumns {

  static final List<String> OPTIONAL =
      Arrays.stream(CustomerField.values()).map(CustomerField::column).toList();

  /** With the source's own time of what it tells. */
  static final List<String> TOLD =
      Stream.concat(OPTIONAL.stream(), Stream.of("updated_at")).toList();

  /** Values of the column {@code status}. */
  enum Status {
    ACTIVE,
    LEFT,
    DECEASED,
    BANKRUPT,
    NEVER_CONTACT,
    NON_CLIENT
  }

  /** Values of the column {@code preferred_channel}. */
  enum PreferredChannel {
    PHONE,
    EMAIL,
    SMS,
    NONE
  }

  private CustomerColumns() {}

  static CustomerEntry read(Cells cells, Values values) {
    var said = new EnumMap<CustomerField, @Nullable Object>(CustomerField.class);
    for (var field : CustomerField.values()) {
      if (cells.has(field.column())) {
        said.put(field, value(field, cells, values));
      }
    }
    return new CustomerEntry(
        cells.line(),
        cells.require("customer"),
        values.momentOrNone(cells, "updated_at"),
        said,
        List.of(),
        attributes(cells));
  }

  private static @Nullable Object value(CustomerField field, Cells cells, Values values) {
    var column = field.column();
    return switch (field) {
      case EMAIL -> address(cells.get(column), column);
      case PHONE -> phone(cells.get(column), column);
      case TIME_ZONE -> zone(cells.get(column), column);
      case PREFERRED_CHANNEL -> lower(values.word(cells, column, PreferredChannel.class));
      case STATUS -> lower(values.word(cells, column, Status.class));
      case CALL_FROM, CALL_UNTIL -> time(cells.get(column), column);
      case OWNER -> values.member(cells, column);
      case EMAIL_CONSENT, FLAGSHIP, PAYS_BADLY -> values.flag(cells, column);
      case CONSENT_AT -> values.pastOrNone(cells, column);
      case BIRTHDAY -> values.pastDay(cells, column);
      case REFERRALS -> values.count(cells, column);
      default -> cells.get(column);
    };
  }

  static @Nullable String address(@Nullable String text, String column) {
    var fault = text == null ? null : MailAddress.fault(text);
    if (fault != null) {
      throw new BadCell(column, fault, Values.shown(String.valueOf(text)));
    }
    return text == null ? null : MailAddress.stored(text);
  }

  static @Nullable String phone(@Nullable String text, String column) {
    if (text != null && !PhoneNumbers.possible(text)) {
      throw new BadCell(column, "phone", Values.shown(text));
    }
    return text;
  }

  private static @Nullable String lower(@Nullable Enum<?> word) {
    return word == null ? null : word.name().toLowerCase(Locale.ROOT);
  }

  private static @Nullable String zone(@Nullable String text, String column) {
    try {
      return text == null ? null : ZoneId.of(text).getId();
    } catch (DateTimeException e) {
      throw new BadCell(column, "zone", Values.shown(String.valueOf(text)));
    }
  }

  private static @Nullable LocalTime time(@Nullable String text, String column) {
    try {
      return text == null ? null : LocalTime.parse(text.length() == 4 ? "0" + text : text);
    } catch (DateTimeException e) {
      throw new BadCell(column, "time", Values.shown(String.valueOf(text)));
    }
  }

  /** Columns without a field of their own are kept as they are. */
  private static TreeMap<String, String> attributes(Cells cells) {
    var attributes = new TreeMap<String, String>();
    for (var column : unknown(cells)) {
      var text = cells.get(column);
      if (text != null) {
        attributes.put(column, text);
      }
    }
    return attributes;
  }

  private static Set<String> unknown(Cells cells) {
    var unknown = new java.util.TreeSet<>(cells.columns().keySet());
    unknown.removeIf(ImportType.CUSTOMERS::knows);
    return unknown;
  }
}
