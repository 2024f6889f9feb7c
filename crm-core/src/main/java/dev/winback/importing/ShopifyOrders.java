package dev.winback.importing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Shopify's orders_export.csv of every generation: an order with several lines takes several rows,
 * of which only the first has the columns of the order.
 */
record ShopifyOrders(Header header) implements Format {

  private static final Set<String> RECOGNISED =
      Set.of("name", "email", "financial status", "created at", "lineitem name");

  private static final Set<String> READ =
      Set.of(
          ("name,email,financial status,created at,total,refunded amount,currency,discount code,"
                  + "cancelled at,id,phone,billing phone,billing name,billing company,billing city,"
                  + "billing zip,billing country,lineitem name,lineitem quantity")
              .split(","));

  static @Nullable Format of(Header header) {
    return header.hasAll(RECOGNISED) ? new ShopifyOrders(header) : null;
  }

  @Override
  public String name() {
    return "shopify-orders";
  }

  @Override
  public ImportType type() {
    return ImportType.PURCHASES;
  }

  @Override
  public List<ImportType> types() {
    return List.of(ImportType.CUSTOMERS, ImportType.PURCHASES);
  }

  @Override
  public boolean reads(String column) {
    return READ.contains(column);
  }

  @Override
  public List<Integer> telling() {
    return header.places(
        List.of("total", "subtotal", "taxes", "refunded amount", "lineitem price", "created at"));
  }

  @Override
  public boolean grouped() {
    return true;
  }

  @Override
  public @Nullable String group(RawRow row) {
    return header.cells(row).get("name");
  }

  /**
   * Merged shops have two orders of one name: each begins with the row that has its columns. Some
   * exports tell the day again with each of the goods.
   */
  @Override
  public @Nullable String part(RawRow row) {
    return begins(header.cells(row)) ? Long.toString(row.line()) : null;
  }

  private static boolean begins(Cells cells) {
    return cells.get("financial status") != null || cells.get("total") != null;
  }

  @Override
  public List<Entry> translate(List<RawRow> rows, Values values) {
    var first = rows.stream().map(header::cells).filter(ShopifyOrders::begins).findFirst();
    var order = first.orElseThrow(() -> new BadCell("created at", "no-first-row"));
    return new ShopOrder("shopify", rows.get(0).line(), buyer(order), columns())
        .everywhere(order.get("id") != null)
        .say("purchase", number(order), order.has("id") ? "id" : "name")
        .at(order.require("created at"), "created at", null, "created at")
        .say("amount", order.require("total"), "total")
        .refunded(order.get("refunded amount"), "refunded amount")
        .sayIfTold("currency", order.get("currency"), "currency")
        .say("status", status(order), "financial status")
        .coupons(codes(order.get("discount code")), "discount code")
        .goods(goods(rows, values), "lineitem name")
        .entries(values);
  }

  /** The name is not unique over merged shops; a spreadsheet may have spoilt the long number. */
  private static String number(Cells order) {
    var id = order.get("id");
    if (id != null && id.matches("\\d([.,]\\d+)?E\\+\\d+")) {
      throw new BadCell("id", "shortened", id);
    }
    return id == null ? order.require("name") : id;
  }

  /** Paid, if only in part or partly refunded, counts; a cancelled order does not. */
  static String status(@Nullable String financial, boolean cancelled) {
    if (cancelled) {
      return "cancelled";
    }
    return switch (financial == null ? "" : financial.toLowerCase(Locale.ROOT)) {
      case "paid", "partially_paid", "partially_refunded" -> "paid";
      case "refunded" -> "refunded";
      case "voided", "expired" -> "cancelled";
      case "", "pending", "authorized", "unpaid" -> "pending";
      default ->
          throw new BadCell(
              "financial status",
              "word",
              Values.shown(String.valueOf(financial)),
              "paid, partially_paid, partially_refunded, refunded, pending, authorized, voided,"
                  + " expired");
    };
  }

  private static String status(Cells order) {
    return status(order.get("financial status"), order.get("cancelled at") != null);
  }

  /** Several codes of one order stand in one cell. */
  static List<String> codes(@Nullable String cell) {
    return cell == null
        ? List.of()
        : Arrays.stream(cell.split("[,;]")).map(String::strip).filter(c -> !c.isEmpty()).toList();
  }

  private static Buyer buyer(Cells order) {
    var phone = order.get("phone");
    return new Buyer(
        null,
        order.get("email"),
        phone == null ? order.get("billing phone") : phone,
        order.get("billing name"),
        order.get("billing company"),
        order.get("billing city"),
        order.get("billing zip"),
        order.get("billing country"));
  }

  private static Buyer.Columns columns() {
    return new Buyer.Columns("id", "email", "phone", "billing name", "billing zip");
  }

  private Goods goods(List<RawRow> rows, Values values) {
    var goods = new Goods();
    for (var row : rows) {
      var cells = header.cells(row);
      try {
        if (cells.get("lineitem name") != null) {
          goods.add(cells.get("lineitem name"), values.number(cells, "lineitem quantity"));
        }
      } catch (BadCell bad) {
        throw bad.at(row.line());
      }
    }
    return goods;
  }
}
