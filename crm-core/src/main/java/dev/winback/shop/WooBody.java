package dev.winback.shop;

import static dev.winback.shop.Body.first;
import static dev.winback.shop.Body.text;

import dev.winback.importing.ImportType;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads what WooCommerce says: orders with their buyers, customers. */
@Component
class WooBody {

  /** Of the shop whose files are read under the same name. */
  private static final String FIRST = "woo";

  private final Buyer buyer;

  WooBody(Buyer buyer) {
    this.buyer = buyer;
  }

  /**
   * The source tells shops apart: each counts its orders and customers from 1. Who bought in a
   * second shop is known by his address, because his number there is somebody else's in the first.
   */
  Said read(String topic, JsonNode body, String source) {
    return switch (topic) {
      case "order.created", "order.updated", "order.restored" -> order(body, source);
      // it names nothing but the number
      case "order.deleted" -> throw new Unreadable("order-deleted", text(body, "id"));
      case "customer.created", "customer.updated" ->
          new Said(
              List.of(customer(number(body, "id", source), body, utc(body, "date_modified_gmt"))));
      default -> throw new NotForUs("topic");
    };
  }

  private Said order(JsonNode order, String source) {
    var told = first(utc(order, "date_modified_gmt"), utc(order, "date_created_gmt"));
    var customer = customer(number(order, "customer_id", source), order, told);
    var purchase = purchase(order, customer.columns().get("customer"), told, source);
    return new Said(List.of(customer, purchase));
  }

  private static @Nullable String number(JsonNode body, String field, String source) {
    return source.equals(FIRST) ? text(body, field) : null;
  }

  private Said.Row customer(@Nullable String number, JsonNode body, @Nullable String told) {
    var billing = body.path("billing");
    var email = first(text(billing, "email"), text(body, "email"));
    var first = first(text(billing, "first_name"), text(body, "first_name"));
    var last = first(text(billing, "last_name"), text(body, "last_name"));
    var country = text(billing, "country");
    var phone = text(billing, "phone");
    var name = (first == null ? "" : first + " ") + (last == null ? "" : last);
    var signs =
        new Buyer.Signs(
            number, email, phone, country, name.isBlank() ? null : name, text(billing, "postcode"));
    return new Said.Columns()
        .put("customer", buyer.number(FIRST, signs))
        .put("email", email)
        .put("phone", phone)
        .putName("first_name", first)
        .putName("last_name", last)
        .putName("company", text(billing, "company"))
        .putName("city", text(billing, "city"))
        .put("country", country)
        .put("updated_at", told)
        .row(ImportType.CUSTOMERS);
  }

  private static Said.Row purchase(
      JsonNode order, @Nullable String customer, @Nullable String told, String source) {
    return new Said.Columns()
        .put("customer", customer)
        .put("purchase", text(order, "id"))
        .put("source", source)
        .put("time", utc(order, "date_created_gmt"))
        .put("amount", text(order, "total"))
        .put("currency", text(order, "currency"))
        .put("status", status(order))
        .put("refunded", Body.amount(refunded(order)))
        .put("units", Body.units(order))
        .put("items", Body.items(order))
        .put("coupon", Body.coupon(order, "coupon_lines"))
        .put("updated_at", told)
        .row(ImportType.PURCHASES);
  }

  /** Plug-ins have states of their own, which say nothing of money: the day of payment does. */
  private static String status(JsonNode order) {
    return switch (Body.word(order, "status")) {
      case "processing", "completed" -> "paid";
      case "refunded" -> "refunded";
      case "cancelled", "failed", "trash" -> "cancelled";
      case "pending", "on-hold", "checkout-draft", "auto-draft", "draft" -> "pending";
      default -> {
        if (text(order, "date_paid_gmt") == null && text(order, "date_paid") == null) {
          throw new Unreadable("status", text(order, "status"));
        }
        yield "paid";
      }
    };
  }

  private static BigDecimal refunded(JsonNode order) {
    return Body.list(order, "refunds").stream()
        .map(refund -> Body.money(refund, "total"))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Fields in GMT come without the letter that says so (formats.md). */
  private static @Nullable String utc(JsonNode object, String field) {
    var text = text(object, field);
    return text == null || text.endsWith("Z") ? text : text + "Z";
  }
}
