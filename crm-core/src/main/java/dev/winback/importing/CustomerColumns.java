package dev.winback.importing;

import dev.winback.customer.CustomerEntry;
import dev.winback.customer.CustomerField;
import dev.winback.customer.Customers;
import dev.winback.customer.MadeNumber;
import dev.winback.customer.MailAddress;
import dev.winback.customer.PhoneNumbers;
import dev.winback.shared.Zones;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads customers from rows. */
final class CustomerColumns {

  private static final String ALIASES = "aliases";
  private static final int LONGEST_KIND = 60;

  static final List<String> OPTIONAL =
      Stream.concat(
              Arrays.stream(CustomerField.values()).map(CustomerField::column),
              Stream.of(ALIASES, Versions.COLUMN))
          .toList();

  private static final Pattern NUMBER = Pattern.compile("([a-z0-9_-]{1,40})\\s*=\\s*(\\S.{0,199})");

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
    var number = cells.require("customer");
    var attributes = attributes(cells);
    var said = new EnumMap<CustomerField, @Nullable Object>(CustomerField.class);
    for (var field : CustomerField.values()) {
      if (cells.has(field.column()) && !unreadable(number, field, cells, attributes)) {
        said.put(field, value(field, cells, values));
      }
    }
    requireOrder(said);
    return new CustomerEntry(
        cells.line(),
        number,
        Versions.of(cells, values),
        said,
        aliases(cells.get(ALIASES)),
        attributes);
  }

  /** Hours that end before they begin are no hours in which anybody could call (CAL-08). */
  static void requireOrder(Map<CustomerField, @Nullable Object> said) {
    if (said.get(CustomerField.CALL_FROM) instanceof LocalTime from
        && said.get(CustomerField.CALL_UNTIL) instanceof LocalTime until
        && !from.isBefore(until)) {
      throw new BadCell(CustomerField.CALL_UNTIL.column(), "hours", from, until);
    }
  }

  /**
   * A shop's odd telephone number or address must not lose the customer, whom nobody can correct in
   * the shop's file: it is kept as an attribute for whoever cares for the data.
   */
  private static boolean unreadable(
      String number, CustomerField field, Cells cells, Map<String, String> attributes) {
    var text = MadeNumber.isMade(number) ? cells.get(field.column()) : null;
    boolean wrong =
        text != null
            && (field == CustomerField.PHONE && !PhoneNumbers.possible(text)
                || field == CustomerField.EMAIL && MailAddress.fault(text) != null);
    if (wrong) {
      attributes.put(Customers.UNREADABLE + field.column(), String.valueOf(text));
    }
    return wrong;
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
      case KIND -> kind(cells.get(column), column);
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

  private static @Nullable String kind(@Nullable String text, String column) {
    if (text != null && text.length() > LONGEST_KIND) {
      throw new BadCell(column, "too-long", text.length(), LONGEST_KIND);
    }
    return text == null ? null : text.toLowerCase(Locale.ROOT);
  }

  /** {@code shopify=721; erp=4711}. */
  private static List<CustomerEntry.Alias> aliases(@Nullable String text) {
    if (text == null) {
      return List.of();
    }
    return Stream.of(text.split(";"))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .map(CustomerColumns::alias)
        .distinct()
        .toList();
  }

  private static CustomerEntry.Alias alias(String part) {
    var written = NUMBER.matcher(part.toLowerCase(Locale.ROOT));
    if (!written.matches()) {
      throw new BadCell(ALIASES, "alias", Values.shown(part));
    }
    return CustomerEntry.Alias.of(written.group(1), part.substring(written.start(2)).strip());
  }

  private static @Nullable String lower(@Nullable Enum<?> word) {
    return word == null ? null : word.name().toLowerCase(Locale.ROOT);
  }

  private static @Nullable String zone(@Nullable String text, String column) {
    if (text == null) {
      return null;
    }
    var zone = Zones.taken(text);
    if (zone == null) {
      throw new BadCell(column, "zone", Values.shown(text));
    }
    return zone.getId();
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
    for (var column : cells.columns().keySet()) {
      var text = ImportType.CUSTOMERS.knows(column) ? null : cells.get(column);
      if (text != null) {
        attributes.put(column, text);
      }
    }
    return attributes;
  }
}
