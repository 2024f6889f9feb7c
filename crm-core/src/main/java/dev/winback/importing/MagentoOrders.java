package dev.winback.importing;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Export of the orders grid of Magento and Adobe Commerce, which needs the customer's e-mail. */
record MagentoOrders(Header header) implements Format {

  private static final Set<String> RECOGNISED =
      Set.of("id", "purchase date", "bill-to name", "grand total (base)", "status");
  private static final Set<String> READ =
      Set.of(
          ("id,purchase date,bill-to name,customer email,customer name,grand total (base),"
                  + "total refunded,status")
              .split(","));

  static @Nullable Format of(Header header) {
    if (!header.hasAll(RECOGNISED)) {
      return null;
    }
    if (!header.has("customer email")) {
      throw new FileRefused("magento-no-email");
    }
    return new MagentoOrders(header);
  }

  @Override
  public String name() {
    return "magento-orders";
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
    return header.places(List.of("grand total (base)", "subtotal", "total refunded"));
  }

  @Override
  public String number(String cell) {
    return String.valueOf(bare(cell));
  }

  @Override
  public List<Entry> translate(List<RawRow> rows, Values values) {
    var order = header.cells(rows.get(0));
    var total = order.require("grand total (base)");
    return new ShopOrder("magento", order.line(), buyer(order), columns())
        .say("purchase", order.require("id"), "id")
        .at(order.require("purchase date"), "purchase date", null, "purchase date")
        .say("amount", bare(total), "grand total (base)")
        .refunded(bare(order.get("total refunded")), "total refunded")
        .sayIfTold("currency", currency(total), "grand total (base)")
        .say("status", status(order.require("status")), "status")
        .entries(values);
  }

  /** Amounts come bare or with the sign of their currency; what is neither stays as it is. */
  private static @Nullable String bare(@Nullable String amount) {
    var priced = amount == null ? null : Priced.of(amount);
    return priced == null ? amount : priced.number();
  }

  private static @Nullable String currency(String amount) {
    var priced = Priced.of(amount);
    return priced == null ? null : priced.currency();
  }

  /** Labels of the grid and codes of the API. */
  static String status(String magento) {
    return switch (magento.toLowerCase(Locale.ROOT).replace(' ', '_')) {
      case "complete", "processing" -> "paid";
      case "closed" -> "refunded";
      case "canceled", "cancelled" -> "cancelled";
      case "pending",
          "pending_payment",
          "pending_paypal",
          "payment_review",
          "on_hold",
          "holded",
          "suspected_fraud",
          "fraud",
          "new" ->
          "pending";
      default ->
          throw new BadCell(
              "status",
              "word",
              Values.shown(magento),
              "Pending, Pending Payment, Payment Review, On Hold, Processing, Complete, Closed,"
                  + " Canceled");
    };
  }

  private static Buyer buyer(Cells order) {
    var name = order.get("customer name");
    return new Buyer(
        null,
        order.get("customer email"),
        null,
        name == null ? order.get("bill-to name") : name,
        null,
        null,
        null,
        null);
  }

  private static Buyer.Columns columns() {
    return new Buyer.Columns(
        "id", "customer email", "customer email", "bill-to name", "bill-to name");
  }
}
