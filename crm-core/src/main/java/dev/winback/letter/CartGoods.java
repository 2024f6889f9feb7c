package dev.winback.letter;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** Reads what a cart holds from the row of a claim; a cart told as one text is one line. */
final class CartGoods {

  /** What a preview shows. */
  static final List<CartGood> SAMPLE =
      List.of(
          new CartGood("Assam 500 g", BigDecimal.valueOf(2), "19.90 EUR", null),
          new CartGood("Tea set for six", BigDecimal.ONE, "129.00 EUR", null));

  private static final TypeReference<List<Line>> LINES = new TypeReference<>() {};

  private CartGoods() {}

  private record Line(
      String name,
      @Nullable BigDecimal quantity,
      @Nullable BigDecimal price,
      @Nullable String image) {

    CartGood shown(String currency) {
      var each = price == null ? null : money(price) + " " + currency;
      return new CartGood(name, quantity, each, image);
    }

    private static String money(BigDecimal price) {
      return price.setScale(Math.max(2, price.scale())).toPlainString();
    }
  }

  static List<CartGood> of(ResultSet row, ObjectMapper json) throws SQLException {
    var goods = row.getString("cart_goods");
    var items = row.getString("cart_items");
    if (goods == null) {
      return items == null ? List.of() : List.of(new CartGood(items, null, null, null));
    }
    var currency = row.getString("cart_currency");
    return json.readValue(goods, LINES).stream().map(line -> line.shown(currency)).toList();
  }
}
