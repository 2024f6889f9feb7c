package dev.winback.shop;

import dev.winback.importing.CouponCodes;
import dev.winback.importing.Goods;
import dev.winback.importing.OddSigns;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reading of what shops write: text that may be missing, null or a number. */
final class Body {

  /** Short, without an exponent: what a hostile sender could blow up is no number. */
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,10})?");

  /** Written out only if short: of 1e999999999 it would be a gigabyte. */
  private static final Pattern EXPONENT = Pattern.compile("-?[0-9.]+E[+-]?\\d{1,2}");

  /** Stands for what the shop does not say, or not readably. */
  private static final String UNKNOWN = "?";

  private Body() {}

  static @Nullable String text(JsonNode object, String field) {
    var value = object.path(field);
    if (value.isMissingNode() || value.isNull() || value.isContainer()) {
      return null;
    }
    var text = value.asString();
    if (value.isNumber() && EXPONENT.matcher(text).matches()) {
      text = new BigDecimal(text).toPlainString();
    }
    return text.isBlank() ? null : text.strip();
  }

  static @Nullable String first(@Nullable String... texts) {
    for (var text : texts) {
      if (text != null) {
        return text;
      }
    }
    return null;
  }

  static String word(JsonNode object, String field) {
    var text = text(object, field);
    return text == null ? "" : text.toLowerCase(Locale.ROOT);
  }

  static BigDecimal money(JsonNode object, String field) {
    var text = text(object, field);
    if (text == null) {
      return BigDecimal.ZERO;
    }
    if (!NUMBER.matcher(text).matches()) {
      throw new Unreadable("number", field, text);
    }
    return new BigDecimal(text);
  }

  static List<JsonNode> list(JsonNode object, String field) {
    var all = new ArrayList<JsonNode>();
    object.path(field).forEach(all::add);
    return all;
  }

  /** Goods as people read them: {@code 2 × Tea, Cup}. */
  static @Nullable String items(JsonNode order) {
    return bought(order).text();
  }

  static @Nullable String units(JsonNode order) {
    return bought(order).units();
  }

  /** Counted as those of files are: half a metre of cloth is no unit. */
  private static Goods bought(JsonNode order) {
    var goods = new Goods();
    list(order, "line_items").forEach(line -> goods.add(name(line), quantity(line)));
    return goods;
  }

  private static String name(JsonNode line) {
    var name = first(text(line, "name"), text(line, "title"));
    return name == null ? UNKNOWN : OddSigns.readable(name, UNKNOWN);
  }

  private static @Nullable BigDecimal quantity(JsonNode line) {
    return text(line, "quantity") == null ? null : money(line, "quantity");
  }

  /** Of several coupons the one that is kept. */
  static @Nullable String coupon(JsonNode order, String lines) {
    return CouponCodes.kept(
        list(order, lines).stream()
            .map(line -> text(line, "code"))
            .filter(Objects::nonNull)
            .toList());
  }

  /** Longest list of goods that is carried on with prices and pictures. */
  private static final int GOODS = 50;

  /** The same as a list in JSON with prices and pictures. */
  static @Nullable String goods(JsonNode checkout) {
    var goods = JsonNodeFactory.instance.arrayNode();
    list(checkout, "line_items").stream()
        .limit(GOODS)
        .forEach(
            line -> {
              var good = goods.addObject();
              good.put("name", name(line));
              good.put("quantity", text(line, "quantity"));
              good.put("price", text(line, "price"));
              good.put("image", text(line, "image_url"));
            });
    return goods.isEmpty() ? null : goods.toString();
  }

  /** Without a sign; nought too, because a refund can be called off. */
  static String amount(BigDecimal sum) {
    return sum.abs().toPlainString();
  }
}
