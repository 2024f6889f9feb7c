package dev.winback.importing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Orders of WooCommerce as the plug-in "Order Export and Order Import" of WebToffee writes them:
 * one row an order, as wide as the largest order.
 */
record WebToffeeOrders(Header header) implements Format {

  private static final Set<String> RECOGNISED =
      Set.of("order_id", "order_date", "status", "order_total", "billing_email");
  private static final String STATES =
      "pending, processing, on-hold, completed, cancelled, refunded, failed";
  private static final Pattern REFUND = Pattern.compile("amount:([^|;]*)");
  private static final Pattern COUPON = Pattern.compile("(?:^|;)(?:code:)?([^|;]+)");
  private static final Pattern LINE_NAME = Pattern.compile("name:([^|]*)");
  private static final Pattern LINE_QUANTITY = Pattern.compile("quantity:(\\d+(?:\\.\\d+)?)");

  private static final Set<String> READ =
      Set.of(
          ("order_id,order_date,paid_date,status,order_total,order_currency,refund_items,"
                  + "coupon_items,billing_email,customer_email,billing_phone,billing_first_name,"
                  + "billing_last_name,billing_company,billing_city,billing_postcode,"
                  + "billing_country,customer_id,customer_user")
              .split(","));

  static @Nullable Format of(Header header) {
    return header.hasAll(RECOGNISED) ? new WebToffeeOrders(header) : null;
  }

  @Override
  public String name() {
    return "woo-webtoffee-orders";
  }

  @Override
  public ImportType type() {
    return ImportType.PURCHASES;
  }

  @Override
  public List<ImportType> types() {
    return List.of(ImportType.CUSTOMERS, ImportType.PURCHASES);
  }

  /** The plug-in writes no thousands apart, so three digits are the decimals of such a shop. */
  @Override
  public Notation notation(Notation found) {
    return new Notation(found.decimal(), found.monthFirst(), true, true);
  }

  @Override
  public boolean reads(String column) {
    return READ.contains(column) || column.startsWith("line_item_");
  }

  @Override
  public List<Integer> telling() {
    return header.places(
        List.of("order_total", "order_subtotal", "tax_total", "shipping_total", "order_date"));
  }

  @Override
  public List<Entry> translate(List<RawRow> rows, Values values) {
    var order = header.cells(rows.get(0));
    return new ShopOrder("woo", order.line(), buyer(order), columns(order))
        .say("purchase", order.require("order_id"), "order_id")
        .at(order.require("order_date"), "order_date", null, "order_date")
        .say("amount", order.require("order_total"), "order_total")
        .refunded(refunded(order, values), "refund_items")
        .sayIfTold("currency", order.get("order_currency"), "order_currency")
        .say("status", status(order.require("status"), order.get("paid_date") != null), "status")
        .coupons(coupons(order.get("coupon_items")), "coupon_items")
        .goods(goods(order), "line_item_1")
        .entries(values);
  }

  /**
   * What is being packed or was delivered counts, and what was paid in a state that only a plug-in
   * knows; the rest waits or came to nothing.
   */
  static String status(String woo, boolean paid) {
    var word = woo.toLowerCase(Locale.ROOT);
    return switch (word.startsWith("wc-") ? word.substring(3) : word) {
      case "processing", "completed" -> "paid";
      case "pending", "on-hold", "checkout-draft" -> "pending";
      case "refunded" -> "refunded";
      case "cancelled", "failed", "trash" -> "cancelled";
      default -> {
        if (!paid) {
          throw new BadCell("status", "word", Values.shown(woo), STATES);
        }
        yield "paid";
      }
    };
  }

  private static @Nullable String refunded(Cells order, Values values) {
    var items = order.get("refund_items");
    if (items == null) {
      return null;
    }
    var sum =
        REFUND
            .matcher(items)
            .results()
            .map(amount -> amount(amount.group(1).strip(), values))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return values.notation().written(sum);
  }

  private static BigDecimal amount(String text, Values values) {
    char decimal = values.notation().decimal();
    var number = text.isEmpty() ? BigDecimal.ZERO : Numbers.parse(text, decimal);
    if (number == null) {
      throw new BadCell(
          "refund_items", "number", Values.shown(text), decimal == ',' ? "12,34" : "12.34");
    }
    return number.abs();
  }

  private static List<String> coupons(@Nullable String items) {
    return items == null
        ? List.of()
        : COUPON.matcher(items).results().map(code -> code.group(1).strip()).toList();
  }

  private static Buyer buyer(Cells order) {
    var email = order.get("billing_email");
    var user = registered(order.get("customer_id"), order.get("customer_user"));
    return new Buyer(
        user,
        email == null ? order.get("customer_email") : email,
        order.get("billing_phone"),
        name(order.get("billing_first_name"), order.get("billing_last_name")),
        order.get("billing_company"),
        order.get("billing_city"),
        order.get("billing_postcode"),
        order.get("billing_country"));
  }

  /** Guests have the number 0; older versions write the address there. */
  private static @Nullable String registered(@Nullable String id, @Nullable String user) {
    for (var number : new String[] {id, user}) {
      if (number != null && number.matches("[1-9]\\d*")) {
        return number;
      }
    }
    return null;
  }

  static @Nullable String name(@Nullable String first, @Nullable String last) {
    return first == null ? last : last == null ? first : first + " " + last;
  }

  private static Buyer.Columns columns(Cells order) {
    var email = order.get("billing_email") == null ? "customer_email" : "billing_email";
    return new Buyer.Columns(
        "customer_id",
        order.has(email) ? email : "billing_email",
        "billing_phone",
        "billing_last_name",
        "billing_postcode");
  }

  /** {@code name:Tea|product_id:1|sku:T1|quantity:2|total:10.00|sub_total:10.00}. */
  private static Goods goods(Cells order) {
    var goods = new Goods();
    for (int n = 1; order.has("line_item_" + n); n++) {
      var item = order.get("line_item_" + n);
      if (item != null) {
        var name = LINE_NAME.matcher(item);
        var quantity = LINE_QUANTITY.matcher(item);
        goods.add(
            name.find() ? name.group(1).strip() : null,
            quantity.find() ? new BigDecimal(quantity.group(1)) : null);
      }
    }
    return goods;
  }
}
