package dev.winback.shop;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What each shop is asked for: what changed since a moment, oldest change first; the field of the
 * change moves the question on, so that what changes meanwhile is met again and nothing is skipped.
 */
enum Missed {
  SHOPIFY_ORDERS(
      ShopSystem.SHOPIFY,
      "orders/updated",
      "updated_at",
      "/admin/api/2026-07/orders.json?status=any&order=updated_at%20asc&limit=250&updated_at_min="),
  SHOPIFY_CUSTOMERS(
      ShopSystem.SHOPIFY,
      "customers/update",
      "updated_at",
      "/admin/api/2026-07/customers.json?order=updated_at%20asc&limit=250&updated_at_min="),
  WOOCOMMERCE_ORDERS(
      ShopSystem.WOOCOMMERCE,
      "order.updated",
      "date_modified_gmt",
      "/wp-json/wc/v3/orders?dates_are_gmt=true&orderby=modified&order=asc&per_page=100&modified_after=");

  /** As many as WooCommerce gives at once, which does not say whether there is a next page. */
  private static final int PAGE = 100;

  private final ShopSystem system;
  private final String topic;
  private final String changed;
  private final String path;

  Missed(ShopSystem system, String topic, String changed, String path) {
    this.system = system;
    this.topic = topic;
    this.changed = changed;
    this.path = path;
  }

  static List<Missed> of(ShopSystem system) {
    return Arrays.stream(values()).filter(missed -> missed.system == system).toList();
  }

  boolean customers() {
    return this == SHOPIFY_CUSTOMERS;
  }

  Map<String, String> headers(@Nullable String login, String secret) {
    if (system == ShopSystem.SHOPIFY) {
      return Map.of("X-Shopify-Access-Token", secret);
    }
    var both = (login + ":" + secret).getBytes(StandardCharsets.UTF_8);
    return Map.of("Authorization", "Basic " + Base64.getEncoder().encodeToString(both));
  }

  List<JsonNode> all(JsonNode answer) {
    var found =
        system == ShopSystem.WOOCOMMERCE
            ? answer
            : answer.path(customers() ? "customers" : "orders");
    return found.valueStream().toList();
  }

  URI question(String address, Instant since, int page) {
    var moment = since.truncatedTo(ChronoUnit.SECONDS).toString();
    var pages = system == ShopSystem.WOOCOMMERCE ? "&page=" + page : "";
    return URI.create(address + path + URLEncoder.encode(moment, StandardCharsets.UTF_8) + pages);
  }

  /** Shopify says where it goes on; of WooCommerce a full page may have another behind it. */
  boolean goesOn(Asking.Answer answer, List<JsonNode> found) {
    return system == ShopSystem.SHOPIFY ? answer.next() != null : found.size() >= PAGE;
  }

  /** Only the words of the next page are taken: the key goes to no address but the one entered. */
  URI next(String address, Instant since, int page, Asking.Answer answer) {
    return answer.next() == null
        ? question(address, since, page)
        : URI.create(address + path.replaceFirst("\\?.*", "?") + answer.next());
  }

  String topic() {
    return topic;
  }

  /** When it changed last; the shop's own words, to name the delivery by. */
  String changedAt(JsonNode one) {
    var text = Body.text(one, changed);
    if (text == null) {
      throw new Unreadable("no-change-time", Body.text(one, "id"));
    }
    return text;
  }
}
