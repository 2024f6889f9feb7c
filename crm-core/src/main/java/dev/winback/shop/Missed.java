package dev.winback.shop;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * How each shop is asked for orders changed since a moment, oldest change first; the field of the
 * change moves the question on, so that an order that changes meanwhile is met again and none is
 * skipped.
 */
enum Missed {
  SHOPIFY("orders/updated", "updated_at", 250) {
    @Override
    String path(String since, int page) {
      return "/admin/api/2026-07/orders.json?status=any&order=updated_at%20asc&limit=250&updated_at_min="
          + since;
    }

    @Override
    Map<String, String> headers(String login, String secret) {
      return Map.of("X-Shopify-Access-Token", secret);
    }

    @Override
    JsonNode orders(JsonNode answer) {
      return answer.path("orders");
    }
  },
  WOOCOMMERCE("order.updated", "date_modified_gmt", 100) {
    @Override
    String path(String since, int page) {
      return "/wp-json/wc/v3/orders?dates_are_gmt=true&orderby=modified&order=asc&per_page=100&page="
          + page
          + "&modified_after="
          + since;
    }

    @Override
    Map<String, String> headers(String login, String secret) {
      var both = (login + ":" + secret).getBytes(StandardCharsets.UTF_8);
      return Map.of("Authorization", "Basic " + Base64.getEncoder().encodeToString(both));
    }

    @Override
    JsonNode orders(JsonNode answer) {
      return answer;
    }
  };

  private final String topic;
  private final String changed;
  private final int pageSize;

  Missed(String topic, String changed, int pageSize) {
    this.topic = topic;
    this.changed = changed;
    this.pageSize = pageSize;
  }

  static Missed of(ShopSystem system) {
    return valueOf(system.name());
  }

  abstract String path(String since, int page);

  abstract Map<String, String> headers(String login, String secret);

  abstract JsonNode orders(JsonNode answer);

  URI question(String address, Instant since, int page) {
    var moment = since.truncatedTo(ChronoUnit.SECONDS).toString();
    return URI.create(address + path(URLEncoder.encode(moment, StandardCharsets.UTF_8), page));
  }

  String topic() {
    return topic;
  }

  int pageSize() {
    return pageSize;
  }

  /** When the order changed last; the shop's own words, to name the delivery by. */
  String changedAt(JsonNode order) {
    var text = Body.text(order, changed);
    if (text == null) {
      throw new Unreadable("no-change-time", Body.text(order, "id"));
    }
    return text;
  }
}
