package dev.winback.report;

import dev.winback.shared.Cursor;
import dev.winback.shared.Refused;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The orders of the customer list; each ends with the customer's number, so that ties have one. */
enum CustomerSort {
  NAME("lower(c.display_name), c.id", "(lower(c.display_name), c.id) > (cast(:v as text), :id)"),
  VALUE(
      "coalesce(v.value_year, 0) desc, c.id desc",
      "(coalesce(v.value_year, 0), c.id) < (cast(:v as numeric), :id)"),
  /** Not for asking: the order within a category, where nobody asks for another. */
  CATEGORY(
      "k.value desc, k.customer_id desc", "(k.value, k.customer_id) < (cast(:v as numeric), :id)");

  private final String order;
  private final String after;

  CustomerSort(String order, String after) {
    this.order = order;
    this.after = after;
  }

  static CustomerSort of(@Nullable String code) {
    if (code == null || code.isBlank()) {
      return NAME;
    }
    return Arrays.stream(values())
        .filter(s -> s != CATEGORY && s.name().toLowerCase(Locale.ROOT).equals(code))
        .findFirst()
        .orElseThrow(() -> Refused.field("sort", "refused.customer-sort", code));
  }

  String order() {
    return order;
  }

  String after() {
    return after;
  }

  String in(String list) {
    return list.replace("/*order*/", order).replace("/*after*/", after);
  }

  /** A cursor's value, refused when somebody made it up. */
  Object read(String value) {
    try {
      return this == NAME ? value : new BigDecimal(value);
    } catch (NumberFormatException e) {
      throw Cursor.refused();
    }
  }

  String valueOf(CustomerRow row) {
    var value = this == CATEGORY ? row.categoryValue() : row.valueYear();
    return this == NAME
        ? row.sortName()
        : (value == null ? BigDecimal.ZERO : value).toPlainString();
  }
}
