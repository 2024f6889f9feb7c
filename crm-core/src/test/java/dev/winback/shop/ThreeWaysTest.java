package dev.winback.shop;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.importing.Facts;
import dev.winback.importing.ImportType;
import dev.winback.importing.Loading;
import dev.winback.staff.Actor;
import dev.winback.testing.CoreTest;
import dev.winback.testing.Stories;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The same facts in any order, twice, by file, API and webhook end in the same tables (hold.md I8,
 * I9): a thousand histories with corrections that overtake each other.
 */
@CoreTest
class ThreeWaysTest {

  /** {@code -Dways.customers=1000} is the target. */
  private static final int CUSTOMERS = Integer.getInteger("ways.customers", 300);

  private static final String SECRET = "shared secret";
  private static final List<String> STATUS =
      List.of("pending", "paid", "partially_refunded", "refunded");

  /** Every table that facts decide, without the numbers that the database gives. */
  private static final List<String> TABLES =
      List.of(
          "select ref, email, first_name, last_name, city, email_consent, status from customer",
          """
          select c.ref, p.source, p.external_id, p.purchased_at, p.amount, p.currency, p.status, p.refunded, p.counting,
                 p.units, p.items, p.coupon, p.told_at
          from purchase p join customer c on c.id = p.customer_id
          """,
          """
          select c.ref, v.purchases, v.first_purchase, v.last_purchase, v.rhythm_days, v.revenue, v.value_year, v.currency
          from customer_value v join customer c on c.id = v.customer_id
          """,
          "select c.ref, s.kind, s.since, s.lost_from, s.evidence from signal s join customer c on c.id = s.customer_id");

  @Autowired Inbox inbox;
  @Autowired InboxWorker worker;
  @Autowired Shops shops;
  @Autowired Facts facts;
  @Autowired Loading loading;
  @Autowired Stories stories;
  @Autowired JdbcClient jdbc;

  private Actor manager;

  /** One version of one order of one customer, in words that every way can carry. */
  private record Version(
      int customer, int order, int version, String status, Instant bought, Instant told) {

    String id() {
      return customer + "-" + order;
    }

    Map<String, String> customerColumns() {
      return Map.of(
          "customer", "shopify-" + customer,
          "email", "c%d@example.com".formatted(customer),
          "first_name", "First" + customer,
          "last_name", "Last" + customer,
          "city", "City" + customer % 7,
          "email_consent", "yes",
          "updated_at", told.toString());
    }

    Map<String, String> purchaseColumns() {
      return Map.ofEntries(
          Map.entry("customer", "shopify-" + customer),
          Map.entry("purchase", id()),
          Map.entry("source", "shopify"),
          Map.entry("time", bought.toString()),
          Map.entry("amount", amount()),
          Map.entry("currency", "EUR"),
          Map.entry("status", ours()),
          Map.entry("refunded", refund()),
          Map.entry("units", "2"),
          Map.entry("items", "2 × Tea"),
          Map.entry("coupon", "C" + order),
          Map.entry("updated_at", told.toString()));
    }

    private String ours() {
      return status.equals("partially_refunded") ? "paid" : status;
    }

    private String amount() {
      return "%d.%02d".formatted(10 + order * 7, customer % 100);
    }

    private String refund() {
      return switch (status) {
        case "partially_refunded" -> "3.50";
        case "refunded" -> amount();
        default -> "";
      };
    }

    String body() {
      return """
      {"id": "%s", "email": "c%d@example.com", "created_at": "%s", "updated_at": "%s", "cancelled_at": null,
       "currency": "EUR", "total_price": "%s", "financial_status": "%s", "discount_codes": [{"code": "C%d"}],
       "customer": {"id": %d, "email": "c%d@example.com", "first_name": "First%d", "last_name": "Last%d",
         "email_marketing_consent": {"state": "subscribed"}, "default_address": {"city": "City%d"}},
       "line_items": [{"name": "Tea", "quantity": 2}],
       "refunds": [{"transactions": [{"kind": "refund", "status": "success", "amount": "%s"}]}]}
      """
          .formatted(
              id(),
              customer,
              bought,
              told,
              amount(),
              status,
              order,
              customer,
              customer,
              customer,
              customer,
              customer % 7,
              refund().isEmpty() ? "0" : refund());
    }
  }

  @BeforeEach
  void start() {
    manager = stories.manager();
  }

  @Test
  void anyOrderAnyWayAndTwiceIsTheSame() {
    var random = new Random(20261122);
    var versions = versions(random);
    api(versions);
    var once = dump();
    assertThat(once).hasSizeGreaterThan(200 * CUSTOMERS);

    for (int seed = 1; seed <= 2; seed++) {
      clear();
      var again = new ArrayList<>(versions);
      again.addAll(versions);
      Collections.shuffle(again, new Random(seed));
      deliver(again, new Random(seed));
      assertThat(dump()).as("seed " + seed).isEqualTo(once);
    }
    System.out.printf(
        "%d histories, %d facts, 3 ways, 2 orders, each twice: equal%n",
        CUSTOMERS, versions.size());
  }

  private static List<Version> versions(Random random) {
    var versions = new ArrayList<Version>();
    var start = Instant.parse("2024-06-01T08:00:00Z");
    for (int customer = 1; customer <= CUSTOMERS; customer++) {
      for (int order = 0; order < 1 + random.nextInt(5); order++) {
        var bought =
            start.plus(random.nextInt(720), ChronoUnit.DAYS).plusSeconds(random.nextInt(30_000));
        for (int version = 0; version < 1 + random.nextInt(3); version++) {
          var status = STATUS.get(random.nextInt(STATUS.size()));
          versions.add(
              new Version(
                  customer, order, version, status, bought, bought.plusSeconds(60 * version)));
        }
      }
    }
    return versions;
  }

  /** In chunks, each by a way of its own. */
  private void deliver(List<Version> versions, Random random) {
    int chunk = versions.size() / 12;
    for (int from = 0; from < versions.size(); from += chunk) {
      var some = versions.subList(from, Math.min(versions.size(), from + chunk));
      switch (random.nextInt(3)) {
        case 0 -> api(some);
        case 1 -> file(some);
        default -> hooks(some);
      }
    }
  }

  /** A call holds each id once; what comes twice is another call. */
  private void api(List<Version> versions) {
    var rest = new ArrayList<>(versions);
    while (!rest.isEmpty()) {
      var call = new java.util.LinkedHashMap<String, Version>();
      rest.forEach(version -> call.putIfAbsent(version.id(), version));
      rest.removeAll(call.values());
      var customers = new java.util.LinkedHashMap<Integer, Version>();
      call.values().forEach(version -> customers.putIfAbsent(version.customer(), version));
      var people = customers.values().stream().map(Version::customerColumns).toList();
      facts.record(ImportType.CUSTOMERS, people, null, manager);
      facts.record(
          ImportType.PURCHASES,
          call.values().stream().map(Version::purchaseColumns).toList(),
          null,
          manager);
    }
  }

  private void file(List<Version> versions) {
    load(versions.stream().map(Version::customerColumns).toList());
    load(versions.stream().map(Version::purchaseColumns).toList());
  }

  private void load(List<Map<String, String>> rows) {
    var names = rows.get(0).keySet().stream().sorted().toList();
    var csv =
        rows.stream()
            .map(row -> names.stream().map(row::get).collect(joining(",")))
            .collect(joining("\n", String.join(",", names) + "\n", "\n"));
    assertThat(loading.load(csv).rejected()).isZero();
  }

  private void hooks(List<Version> versions) {
    var admin = stories.admin();
    shops.connect(new NewShop(ShopSystem.SHOPIFY, "firm.myshopify.com", SECRET, null, null), admin);
    for (var version : versions) {
      var body = Orders.bytes(version.body());
      var delivery = version.id() + "-" + version.version();
      inbox.receive(
          new Hook(
              ShopSystem.SHOPIFY,
              HookSignature.of(body, SECRET),
              "orders/updated",
              delivery,
              null,
              body));
    }
    worker.work();
    assertThat(
            jdbc.sql("select count(*) from shop_delivery where state <> 'done'")
                .query(Long.class)
                .single())
        .isZero();
  }

  private String dump() {
    return TABLES.stream().map(this::dump).collect(joining("\n\n"));
  }

  private String dump(String table) {
    return jdbc
        .sql("select t::text from (" + table + ") t order by 1")
        .query(String.class)
        .list()
        .stream()
        .collect(joining("\n"));
  }

  private void clear() {
    jdbc.sql(
            "truncate customer, customer_row, purchase, fact_history, shop_delivery, import_run cascade")
        .update();
  }
}
