package dev.winback.report;

import dev.winback.shared.Cursor;
import dev.winback.shared.Refused;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The orders of the customer list; each ends with the customer's number, so that ties have one. */
enum CustomerSort {
  NAME(ListOrder.of("c.sort_name, c.id", "(c.sort_name, c.id) > (cast(:v as text), :id)")),
  VALUE(
      new ListOrder(
          "c.value_year desc, c.id desc",
          "(c.value_year, c.id) < (cast(:v as numeric), :id)",
          "c.value_year is not null",
          new ListOrder(
              "c.value_year desc, c.id desc", "c.id < :id", "c.value_year is null", null))),
  /** Not for asking: the order within a category, where nobody asks for another. */
  CATEGORY(
      new ListOrder(
          "c.category_value desc, c.id desc",
          "(c.category_value, c.id) < (cast(:v as numeric), :id)",
          "c.category_value is not null",
          null));

  private final ListOrder order;

  CustomerSort(ListOrder order) {
    this.order = order;
  }

  ListOrder order() {
    return order;
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

  /** One order of all, to find who stands before whom. */
  ListOrder whole() {
    return this == VALUE
        ? ListOrder.of(
            "coalesce(c.value_year, -1) desc, c.id desc",
            "(coalesce(c.value_year, -1), c.id) < (cast(:v as numeric), :id)")
        : order;
  }

  /** A value of that order. */
  Object valueAt(String value) {
    return this == NAME ? value : new BigDecimal(value);
  }

  /** A cursor's value, refused when somebody made it up. */
  @Nullable Object read(String value) {
    if (value.equals(ListOrder.NONE) && order.rest() != null) {
      return null;
    }
    try {
      return this == NAME ? value : new BigDecimal(value);
    } catch (NumberFormatException e) {
      throw Cursor.refused();
    }
  }

  String valueOf(CustomerRow row) {
    if (this == NAME) {
      return row.sortName();
    }
    var value = this == CATEGORY ? row.categoryValue() : row.valueYear();
    return value == null ? ListOrder.NONE : value.toPlainString();
  }
}
