package dev.winback.shop;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.importing.Facts;
import dev.winback.importing.ImportType;
import dev.winback.importing.Loading;
import dev.winback.nightly.NightlyRun;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.testing.CleanTables;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The same facts in any order, twice, by file, API and webhook end in the same tables (hold.md I8,
 * I9): a thousand histories with corrections that overtake each other.
 */
@CoreTest
class ThreeWaysTest {

  /** {@code -Dways.customers=1000} is the target. */
  private static final int CUSTOMERS = Integer.getInteger("ways.customers", 300);

  private static final int PIECES = 12;
  private static final String SECRET = "shared secret";
  private static final List<String> STATUS =
      List.of("pending", "paid", "partially_refunded", "refunded");

  /** What facts decide, and the night of them, without the numbers that the database gives. */
  private static final String TABLES = Sql.of(ThreeWaysTest.class, "three-ways.sql");

  @Autowired Inbox inbox;
  @Autowired InboxWorker worker;
  @Autowired Shops shops;
  @Autowired Facts facts;
  @Autowired Loading loading;
  @Autowired NightlyRun nightly;
  @Autowired Stories stories;
  @Autowired JdbcClient jdbc;
  @Autowired ApplicationContext spring;

  /** A shop tells of the customer with each of his orders: of a call the last one counts. */
  private static final Comparator<Version> BY_TOLD = Comparator.comparing(Version::told);

  private Actor manager;

  /** One version of one order of one customer, in words that every way can carry. */
  private record Version(
      int customer, int order, int version, String status, Instant bought, Instant told) {

    String id() {
      return customer + "-" + order;
    }

    Map<String, String> customerColumns() {
      return OtherFact.customerColumns(customer, told.toString());
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
  void anyOrderAnyWayAndTwiceIsTheSame() throws SQLException {
    var random = new Random(20261122);
    var versions = versions(random);
    var others =
        IntStream.rangeClosed(1, CUSTOMERS).boxed().flatMap(c -> OtherFact.of(c, random)).toList();
    api(versions);
    apiOthers(others);
    var once = dump();
    assertThat(once).hasSizeGreaterThan(300 * CUSTOMERS).contains("LOST");
    var lines = once.lines().toList();

    for (int seed = 1; seed <= 2; seed++) {
      CleanTables.restore(spring);
      start();
      deliver(twice(versions, seed), twice(others, seed), new Random(seed));
      assertThat(dump().lines()).as("seed " + seed).containsExactlyElementsOf(lines);
    }
    System.out.printf(
        "%d histories, %d versions of orders, %d of other facts, %d lapses, 3 ways, 2 orders, each twice: equal%n",
        CUSTOMERS,
        versions.size(),
        others.size(),
        jdbc.sql("select count(*) from lapse").query(Integer.class).single());
  }

  private static <T> List<T> twice(List<T> told, int seed) {
    var again = new ArrayList<>(told);
    again.addAll(told);
    Collections.shuffle(again, new Random(seed));
    return again;
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

  /** In pieces, each by a way of its own. */
  private void deliver(List<Version> versions, List<OtherFact> others, Random random) {
    for (int piece = 0; piece < PIECES; piece++) {
      var orders = piece(versions, piece);
      var rest = piece(others, piece);
      switch (random.nextInt(3)) {
        case 0 -> {
          api(orders);
          fileOthers(rest);
        }
        case 1 -> {
          hookOthers(rest);
          file(orders);
        }
        default -> {
          apiOthers(rest);
          hooks(orders);
        }
      }
    }
  }

  private static <T> List<T> piece(List<T> all, int piece) {
    return all.subList(all.size() * piece / PIECES, all.size() * (piece + 1) / PIECES);
  }

  /** A call holds each id once; what comes twice is another call. */
  private void api(List<Version> versions) {
    var rest = new ArrayList<>(versions);
    while (!rest.isEmpty()) {
      var call = new LinkedHashMap<String, Version>();
      rest.forEach(version -> call.putIfAbsent(version.id(), version));
      rest.removeAll(call.values());
      var customers = new LinkedHashMap<Integer, Version>();
      call.values().forEach(v -> customers.merge(v.customer(), v, BinaryOperator.maxBy(BY_TOLD)));
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
            .map(row -> names.stream().map(name -> quoted(row.get(name))).collect(joining(",")))
            .collect(joining("\n", String.join(",", names) + "\n", "\n"));
    assertThat(loading.load(csv).rejected()).isZero();
  }

  private static String quoted(String value) {
    return '"' + value.replace("\"", "\"\"") + '"';
  }

  /** Whom a fact is about is told before it. */
  private void people(List<OtherFact> facts) {
    var people = new LinkedHashMap<Integer, OtherFact>();
    facts.forEach(f -> people.merge(f.customer(), f, BinaryOperator.maxBy(OtherFact.BY_TOLD)));
    var rows = people.values().stream().map(OtherFact::customerColumns).toList();
    this.facts.record(ImportType.CUSTOMERS, rows, null, manager);
  }

  private void apiOthers(List<OtherFact> others) {
    people(others);
    var rest = new ArrayList<>(others);
    while (!rest.isEmpty()) {
      var call = new LinkedHashMap<String, OtherFact>();
      rest.forEach(fact -> call.putIfAbsent(fact.id(), fact));
      rest.removeAll(call.values());
      byType(List.copyOf(call.values()))
          .forEach((type, rows) -> facts.record(type, rows, null, manager));
    }
  }

  private void fileOthers(List<OtherFact> others) {
    people(others);
    byType(others).values().forEach(this::load);
  }

  private static Map<ImportType, List<Map<String, String>>> byType(List<OtherFact> facts) {
    return facts.stream()
        .collect(groupingBy(OtherFact::type, mapping(OtherFact::columns, toList())));
  }

  /** Shops tell of carts and of nothing else beside orders and customers. */
  private void hookOthers(List<OtherFact> others) {
    connect();
    others.stream().filter(fact -> fact.body() != null).forEach(this::checkout);
    worked();
    apiOthers(others.stream().filter(fact -> fact.body() == null).toList());
  }

  private void checkout(OtherFact cart) {
    var delivery = cart.id() + "-" + cart.columns().get("updated_at");
    receive("checkouts/update", delivery, Objects.requireNonNull(cart.body()));
  }

  private void hooks(List<Version> versions) {
    connect();
    versions.forEach(v -> receive("orders/updated", v.id() + "-" + v.version(), v.body()));
    worked();
  }

  private void connect() {
    shops.connect(
        new NewShop(ShopSystem.SHOPIFY, "firm.myshopify.com", SECRET, null, null), stories.admin());
  }

  private void receive(String topic, String delivery, String words) {
    var body = Orders.bytes(words);
    inbox.receive(
        new Hook(ShopSystem.SHOPIFY, HookSignature.of(body, SECRET), topic, delivery, null, body));
  }

  private void worked() {
    worker.work();
    assertThat(
            jdbc.sql("select count(*) from shop_delivery where state <> 'done'")
                .query(Long.class)
                .single())
        .isZero();
  }

  private String dump() {
    nightly.run(MovableClock.START);
    return Stream.of(TABLES.split(";\\s*")).map(this::dump).collect(joining("\n\n"));
  }

  private String dump(String table) {
    return jdbc
        .sql("select t::text from (" + table + ") t order by 1")
        .query(String.class)
        .list()
        .stream()
        .collect(joining("\n"));
  }
}
