package dev.winback.shop;

import dev.winback.importing.ImportType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A version of a fact that is no order: of each kind that files know, in the columns that file and
 * API share. Of a cart the shop's own words too; no shop tells of the others by a webhook.
 */
record OtherFact(
    ImportType type, int customer, String id, Map<String, String> columns, @Nullable String body) {

  static final Comparator<OtherFact> BY_TOLD =
      Comparator.comparing(fact -> fact.columns().get("updated_at"));

  private static final List<ImportType> KINDS =
      List.of(
          ImportType.REQUESTS,
          ImportType.COMPLAINTS,
          ImportType.CONTACTS,
          ImportType.PAYMENTS,
          ImportType.REFERRALS,
          ImportType.REFUNDS,
          ImportType.CARTS);

  /** Up to two facts of each kind for each customer, each in up to three versions. */
  static Stream<OtherFact> of(int customer, Random random) {
    var facts = new ArrayList<OtherFact>();
    for (var kind : KINDS) {
      for (int n = 0; n < random.nextInt(3); n++) {
        var at =
            Instant.parse("2024-06-01T08:00:00Z")
                .plus(random.nextInt(720), ChronoUnit.DAYS)
                .plusSeconds(random.nextInt(30_000));
        for (int version = 0; version < 1 + random.nextInt(3); version++) {
          facts.add(fact(kind, customer, n, at, version));
        }
      }
    }
    return facts.stream();
  }

  Map<String, String> customerColumns() {
    return customerColumns(customer, columns.get("updated_at"));
  }

  static Map<String, String> customerColumns(int customer, String told) {
    return Map.of(
        "customer", "shopify-" + customer,
        "email", "c%d@example.com".formatted(customer),
        "first_name", "First" + customer,
        "last_name", "Last" + customer,
        "city", "City" + customer % 7,
        "email_consent", "yes",
        "updated_at", told);
  }

  private static OtherFact fact(ImportType kind, int customer, int n, Instant at, int version) {
    var id = "%s-%d-%d".formatted(kind.name().toLowerCase(Locale.ROOT), customer, n);
    var told = at.plusSeconds(60L * version).toString();
    var columns = new LinkedHashMap<String, String>();
    columns.put("customer", "shopify-" + customer);
    columns.put("source", "shopify");
    columns.put("time", at.toString());
    columns.put("updated_at", told);
    columns.putAll(own(kind, customer, id, version));
    var body = kind == ImportType.CARTS ? cart(customer, id, at.toString(), told, version) : null;
    return new OtherFact(kind, customer, id, columns, body);
  }

  /** What a later version says otherwise. */
  private static Map<String, String> own(ImportType kind, int customer, String id, int version) {
    return switch (kind) {
      case REQUESTS -> Map.of("request", id, "subject", "Price of “tea”, " + version);
      case COMPLAINTS ->
          Map.of("complaint", id, "text", "Late, " + version, "severity", "" + (2 + version));
      case CONTACTS ->
          Map.of(
              "contact", id, "channel", "phone", "result", version == 1 ? "talked" : "not_there");
      case PAYMENTS ->
          Map.of("payment", id, "amount", "1" + version + ".50", "purchase", customer + "-0");
      case REFERRALS -> Map.of("referral", id, "referred", "Friend " + version);
      case REFUNDS ->
          Map.of(
              "refund", id, "amount", "0." + (1 + version), "purchase", customer + "-" + version);
      case CARTS ->
          Map.of(
              "cart",
              id,
              "email",
              "c%d@example.com".formatted(customer),
              "items",
              "[{\"name\":\"Tea\",\"quantity\":\"%d\"}]".formatted(1 + version),
              "amount",
              "2" + version + ".00",
              "currency",
              "EUR",
              "url",
              "https://firm.example/" + id,
              "ordered",
              "no");
      default -> throw new IllegalStateException("no such fact: " + kind);
    };
  }

  private static String cart(int customer, String id, String at, String told, int version) {
    return """
    {"token": "%s", "email": "c%d@example.com", "created_at": "%s", "updated_at": "%s", "currency": "EUR",
     "total_price": "2%d.00", "abandoned_checkout_url": "https://firm.example/%s", "completed_at": null,
     "customer": {"id": %d, "email": "c%d@example.com", "first_name": "First%d", "last_name": "Last%d",
       "email_marketing_consent": {"state": "subscribed"}, "default_address": {"city": "City%d"}},
     "line_items": [{"title": "Tea", "quantity": %d}]}
    """
        .formatted(
            id,
            customer,
            at,
            told,
            version,
            id,
            customer,
            customer,
            customer,
            customer,
            customer % 7,
            1 + version);
  }
}
