package dev.winback.importing;

import dev.winback.purchase.Purchase;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads purchases from rows. */
final class PurchaseColumns {

  private static final Purchase.Field[] FIELDS = Purchase.Field.values();

  private static final String[] COLUMNS =
      Arrays.stream(FIELDS)
          .map(field -> field.name().toLowerCase(Locale.ROOT))
          .toArray(String[]::new);

  private PurchaseColumns() {}

  static Purchase read(Cells cells, Values values) {
    var customer = cells.require("customer");
    var time = values.past(cells, "time");
    var amount = values.requiredAmount(cells, "amount");
    var refunded = refunded(cells, values, amount);
    var currency = values.currency(cells, "currency");
    var margin = values.money(cells, "margin");
    var status = values.word(cells, "status", Purchase.Status.class);
    var units = values.count(cells, "units");
    var member = values.member(cells, "member");
    return new Purchase(
        cells.line(),
        customer,
        cells.source(),
        cells.ownId(ImportType.PURCHASES),
        time,
        amount,
        currency,
        margin,
        status,
        refunded,
        units,
        cells.get("items"),
        cells.key("coupon"),
        member,
        Versions.of(cells, values),
        given(cells));
  }

  private static @Nullable BigDecimal refunded(Cells cells, Values values, BigDecimal amount) {
    var refunded = values.notNegative(cells, "refunded");
    if (refunded != null && refunded.compareTo(amount) > 0) {
      throw new BadCell(
          "refunded", "refund-too-large", refunded.toPlainString(), amount.toPlainString());
    }
    // nought is said like nothing, so that two ways of telling the same are the same
    return refunded == null || refunded.signum() == 0 ? null : refunded;
  }

  private static EnumSet<Purchase.Field> given(Cells cells) {
    var given = EnumSet.noneOf(Purchase.Field.class);
    for (var field : FIELDS) {
      var column = COLUMNS[field.ordinal()];
      boolean needsValue = field == Purchase.Field.CURRENCY || field == Purchase.Field.STATUS;
      if (cells.has(column) && (!needsValue || cells.get(column) != null)) {
        given.add(field);
      }
    }
    return given;
  }
}
