package dev.winback.importing;

import dev.winback.customer.PersonEntry;
import dev.winback.customer.PersonField;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads persons from rows. */
final class PersonColumns {

  static final List<String> OPTIONAL =
      Stream.concat(
              Stream.of("person"),
              Stream.concat(
                  Arrays.stream(PersonField.values()).map(PersonField::column),
                  Stream.of("source", "updated_at")))
          .toList();

  private PersonColumns() {}

  static PersonEntry read(Cells cells, Values values) {
    var customer = cells.require("customer");
    return new PersonEntry(
        cells.line(),
        customer,
        cells.source(),
        customer + "/" + key(cells),
        Versions.of(cells, values),
        said(cells, values));
  }

  /**
   * The file's own id of the person, else the name, else the address: one of them has to be there.
   */
  private static String key(Cells cells) {
    var own = cells.get("person");
    var name =
        Stream.of(cells.get("first_name"), cells.get("last_name"))
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" "));
    var key = own != null ? own : name.isEmpty() ? cells.get("email") : name;
    if (key == null) {
      throw new BadCell("last_name", "required");
    }
    return own != null ? own : key.toLowerCase(Locale.ROOT);
  }

  static EnumMap<PersonField, @Nullable Object> said(Cells cells, Values values) {
    var said = new EnumMap<PersonField, @Nullable Object>(PersonField.class);
    for (var field : PersonField.values()) {
      if (cells.has(field.column())) {
        said.put(field, value(field, cells, values));
      }
    }
    return said;
  }

  private static @Nullable Object value(PersonField field, Cells cells, Values values) {
    var column = field.column();
    return switch (field) {
      case EMAIL -> CustomerColumns.address(cells.get(column), column);
      case PHONE -> CustomerColumns.phone(cells.get(column), column);
      case MAIN -> values.flag(cells, column);
      case LEFT_ON, BIRTHDAY -> values.pastDay(cells, column);
      default -> cells.get(column);
    };
  }
}
