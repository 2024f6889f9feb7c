package dev.winback.shop;

import static dev.winback.shop.Body.first;
import static dev.winback.shop.Body.text;

import dev.winback.importing.ImportType;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads what Shopify says: orders with their buyers, customers, carts. */
@Component
class ShopifyBody {

  private static final String SOURCE = "shopify";

  private final Buyer buyer;

  ShopifyBody(Buyer buyer) {
    this.buyer = buyer;
  }

  Said read(String topic, JsonNode body) {
    return switch (topic) {
      case "orders/create",
          "orders/updated",
          "orders/paid",
          "orders/cancelled",
          "orders/edited",
          "orders/fulfilled",
          "orders/partially_fulfilled" ->
          order(body);
      case "checkouts/create", "checkouts/update" -> checkout(body);
      case "customers/create", "customers/update", "customers/enable", "customers/disable" ->
          new Said(List.of(customer(body, body, text(body, "updated_at"))));
      // the same refund comes with orders/updated, where the buyer is known too
      case "refunds/create" -> throw new NotForUs("told-by-order");
      // it names nothing but the number
      case "orders/delete" -> throw new Unreadable("order-deleted", text(body, "id"));
      case "customers/redact" ->
          throw new Unreadable("erasure-asked", text(body.path("customer"), "id"));
      default -> throw new NotForUs("topic");
    };
  }

  private Said order(JsonNode order) {
    var told = first(text(order, "updated_at"), text(order, "created_at"));
    var customer = customer(order.path("customer"), order, told);
    var number = customer.columns().get("customer");
    return new Said(List.of(customer, purchase(order, number, told)));
  }

  /** What lies in the cart of somebody who typed his address (DET-11, DET-12). */
  private Said checkout(JsonNode checkout) {
    var told = first(text(checkout, "updated_at"), text(checkout, "created_at"));
    var customer = customer(checkout.path("customer"), checkout, told);
    return new Said(List.of(customer, cart(checkout, customer.columns().get("customer"), told)));
  }

  private static Said.Row cart(
      JsonNode checkout, @Nullable String customer, @Nullable String told) {
    return new Said.Columns()
        .put("customer", customer)
        .put("email", text(checkout, "email"))
        .put("cart", first(text(checkout, "token"), text(checkout, "id")))
        .put("source", SOURCE)
        .put("time", text(checkout, "created_at"))
        .put("items", Body.goods(checkout))
        .put("amount", text(checkout, "total_price"))
        .put("currency", text(checkout, "currency"))
        .put("url", text(checkout, "abandoned_checkout_url"))
        .put("ordered", text(checkout, "completed_at") == null ? "no" : "yes")
        .put("updated_at", told)
        .row(ImportType.CARTS);
  }

  private Said.Row customer(JsonNode customer, JsonNode order, @Nullable String told) {
    var billing = order.path("billing_address");
    var address = billing.isObject() ? billing : customer.path("default_address");
    var email = first(text(customer, "email"), text(order, "email"), text(order, "contact_email"));
    var phone = first(text(customer, "phone"), text(order, "phone"), text(address, "phone"));
    var country = text(address, "country_code");
    var signs =
        new Buyer.Signs(
            text(customer, "id"),
            email,
            phone,
            country,
            text(address, "name"),
            text(address, "zip"));
    return new Said.Columns()
        .put("customer", buyer.number(SOURCE, signs))
        .put("email", email)
        .put("phone", phone)
        .putName("first_name", first(text(customer, "first_name"), text(address, "first_name")))
        .putName("last_name", first(text(customer, "last_name"), text(address, "last_name")))
        .putName("company", text(address, "company"))
        .putName("city", text(address, "city"))
        .put("country", country)
        .put("email_consent", consent(customer))
        .put("updated_at", told)
        .row(ImportType.CUSTOMERS);
  }

  /** Who never was asked has said neither yes nor no. */
  private static @Nullable String consent(JsonNode customer) {
    return switch (Body.word(customer.path("email_marketing_consent"), "state")) {
      case "subscribed" -> "yes";
      case "unsubscribed" -> "no";
      default -> null;
    };
  }

  private static Said.Row purchase(
      JsonNode order, @Nullable String customer, @Nullable String told) {
    return new Said.Columns()
        .put("customer", customer)
        .put("purchase", text(order, "id"))
        .put("source", SOURCE)
        .put("time", text(order, "created_at"))
        .put("amount", text(order, "total_price"))
        .put("currency", text(order, "currency"))
        .put("status", status(order))
        .put("refunded", Body.amount(refunded(order)))
        .put("units", Body.units(order))
        .put("items", Body.items(order))
        .put("coupon", Body.coupon(order, "discount_codes"))
        .put("updated_at", told)
        .row(ImportType.PURCHASES);
  }

  private static String status(JsonNode order) {
    if (text(order, "cancelled_at") != null) {
      return "cancelled";
    }
    return switch (Body.word(order, "financial_status")) {
      case "paid", "partially_paid", "partially_refunded" -> "paid";
      case "refunded" -> "refunded";
      case "voided", "expired" -> "cancelled";
      case "", "pending", "authorized", "unpaid" -> "pending";
      default -> throw new Unreadable("status", text(order, "financial_status"));
    };
  }

  private static BigDecimal refunded(JsonNode order) {
    return Body.list(order, "refunds").stream()
        .flatMap(refund -> Body.list(refund, "transactions").stream())
        .filter(t -> Body.word(t, "kind").equals("refund"))
        .filter(t -> Body.word(t, "status").equals("success"))
        .map(t -> Body.money(t, "amount"))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
