package dev.winback.shop;

import java.nio.charset.StandardCharsets;

/** Bodies of orders as the two shops write them. */
final class Orders {

  private Orders() {}

  /** An order of 2026-05-01 10:00 in Berlin over 59.90 euros, of which nothing was given back. */
  static String shopify(long id, String updatedAt, String status, String refunded) {
    return """
    {"id": %d, "name": "#%d", "email": "ana@example.com", "created_at": "2026-05-01T10:00:00+02:00",
     "updated_at": "%s", "cancelled_at": null, "currency": "EUR", "total_price": "59.90",
     "financial_status": "%s", "discount_codes": [{"code": "SPRING", "amount": "5.00"}],
     "customer": {"id": 721, "email": "ana@example.com", "first_name": "Ana", "last_name": "Ruiz",
       "email_marketing_consent": {"state": "subscribed"},
       "default_address": {"city": "Sevilla", "country_code": "ES", "zip": "41001"}},
     "line_items": [{"name": "Tea", "quantity": 2}, {"name": "Cup", "quantity": 1}],
     "refunds": [{"id": 1, "transactions": [{"kind": "refund", "status": "success", "amount": "%s"}]}]}
    """
        .formatted(id, id, updatedAt, status, refunded);
  }

  static String woo(long id, String modified, String status, String refund) {
    return """
    {"id": %d, "status": "%s", "currency": "EUR", "date_created_gmt": "2026-05-01T08:00:00",
     "date_modified_gmt": "%s", "total": "59.90", "customer_id": 58,
     "billing": {"first_name": "Ana", "last_name": "Ruiz", "email": "ana@example.com", "phone": "",
       "city": "Sevilla", "country": "ES", "postcode": "41001"},
     "line_items": [{"name": "Tea", "quantity": 2}], "coupon_lines": [{"code": "spring"}],
     "refunds": [{"id": 9, "total": "-%s"}]}
    """
        .formatted(id, status, modified, refund);
  }

  static byte[] bytes(String body) {
    return body.getBytes(StandardCharsets.UTF_8);
  }
}
