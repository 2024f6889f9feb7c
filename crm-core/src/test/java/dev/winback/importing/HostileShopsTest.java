package dev.winback.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.importing.HostileFile.Defect;
import dev.winback.importing.HostileFile.Problem;
import dev.winback.testing.CoreTest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** T10, I18 for exports of shops: the headers are those of the samples, the rows are hostile. */
@CoreTest
class HostileShopsTest {

  private static final int ROWS = Integer.getInteger("hostile.rows", 250);
  private static final long SEED = 42;

  @Autowired Loading loading;
  @Autowired ImportHistory history;
  @Autowired JdbcClient jdbc;

  /** A shop's export: what its columns are called, a good row, and how its rows are found again. */
  private record Shop(
      String sample,
      ImportType type,
      Map<String, String> good,
      Map<String, String> named,
      String kinds,
      String stored) {

    HostileFile file() {
      var columns = List.of(ShopSamples.text(sample).lines().findFirst().orElseThrow().split(","));
      return new HostileFile(
          type,
          columns,
          columns.stream().map(column -> good.getOrDefault(column, "")).toList(),
          (HostileKinds.ALL + kinds)
              .lines()
              .filter(line -> !line.isBlank() && !line.contains("| customer |"))
              .map(this::defect)
              .toList());
    }

    private Defect defect(String line) {
      var parts = List.of(line.replace("\\|", "\u001f").split("\\|", -1));
      var column = parts.get(1).strip();
      var value = parts.get(2).strip().replace('\u001f', '|');
      var written =
          value.equals("RANDOM5000")
              ? HostileKinds.value(value)
              : HostileKinds.value(value.replace("RANDOM5000", HostileKinds.value("RANDOM5000")));
      return new Defect(
          parts.get(0).strip(), named.getOrDefault(column, column), written, parts.get(3).strip());
    }
  }

  private static List<Shop> shops() {
    return List.of(
        new Shop(
            "shopify-orders",
            ImportType.PURCHASES,
            Map.of(
                "Name", "#\u00a4",
                "Id", "\u00a4",
                "Email", "\u00a4@example.org",
                "Financial Status", "paid",
                "Created at", "2026-05-01 10:00:00 +0200",
                "Total", "12.50",
                "Currency", "EUR",
                "Lineitem quantity", "2",
                "Lineitem name", "Tea"),
            Map.of(
                "TEXT", "Lineitem name",
                "TIME", "Created at",
                "TOTAL", "Total",
                "STATUS", "Financial Status",
                "OWN", "Id",
                "EMAIL", "Email"),
            HostileShopKinds.SHOPIFY,
            "select external_id from purchase where source = 'shopify'"),
        new Shop(
            "shopify-customers",
            ImportType.CUSTOMERS,
            Map.of(
                "Customer ID", "'\u00a4",
                "First Name", "Anna",
                "Email", "\u00a4@example.org",
                "Accepts Email Marketing", "yes",
                "Total Orders", "2"),
            Map.of(
                "TEXT", "Note",
                "OWN", "Customer ID",
                "City", "Default Address City",
                "COUNTRY", "Default Address Country Code",
                "ORDERS", "Total Orders"),
            HostileShopKinds.NUMBERED
                + """
                consent perhaps         | Accepts Email Marketing | perhaps    | flag
                no consent said         | Accepts Email Marketing | EMPTY      | good
                number of 5,000 letters | Customer ID             | RANDOM5000 | too-long
                phone nobody can dial   | Phone                   | call me    | good
                phone of a shop         | Phone                   | '+49301234567 | good
                tags                    | Tags                    | a, b; c    | good
                name with an apostrophe | Last Name               | 't Hart    | good
                name of 200 letters     | Last Name               | LONG200    | good
                """,
            "select substr(ref, 9) from customer where ref like 'shopify-customers-%'"),
        new Shop(
            "woo-webtoffee-orders",
            ImportType.PURCHASES,
            Map.of(
                "order_id", "\u00a4",
                "order_date", "2026-05-01 10:00:00",
                "status", "completed",
                "order_total", "12.50",
                "order_currency", "EUR",
                "billing_email", "\u00a4@example.org",
                "line_item_1", "name:Tea|quantity:2|total:12.50"),
            Map.of(
                "TEXT", "billing_company",
                "TIME", "order_date",
                "TOTAL", "order_total",
                "STATUS", "status",
                "OWN", "order_id",
                "EMAIL", "billing_email"),
            HostileShopKinds.WEBTOFFEE,
            "select external_id from purchase where source = 'woo'"),
        new Shop(
            "woo-customers",
            ImportType.CUSTOMERS,
            Map.of(
                "Name",
                "Anna \u00a4",
                "Username",
                "\u00a4",
                "Email",
                "\u00a4@example.org",
                "Orders",
                "1"),
            Map.of(
                "TEXT",
                "Region",
                "COUNTRY",
                "Country / Region",
                "ORDERS",
                "Orders",
                "OWN",
                "Email"),
            HostileShopKinds.ADDRESSED
                + """
                no name                 | Name        | EMPTY   | good
                name of 200 letters     | Name        | LONG200 | good
                name with an apostrophe | Name        | 't Hart | good
                spent in words          | Total Spend | much    | good
                active some day         | Last Active | some    | good
                postal code as a number | Postal Code | '04103  | good
                place of 200 letters    | City        | LONG200 | good
                """,
            "select attributes ->> 'username' from customer where attributes ->> 'username' is not null"),
        new Shop(
            "magento-orders",
            ImportType.PURCHASES,
            Map.of(
                "ID", "\u00a4",
                "Purchase Date", "May 1, 2026, 10:00:00 AM",
                "Bill-to Name", "Anna",
                "Grand Total (Base)", "12.50",
                "Status", "Complete",
                "Customer Email", "\u00a4@example.org"),
            Map.of(
                "TEXT", "Bill-to Name",
                "TIME", "Purchase Date",
                "TOTAL", "Grand Total (Base)",
                "STATUS", "Status",
                "OWN", "ID",
                "EMAIL", "Customer Email"),
            HostileShopKinds.MAGENTO,
            "select external_id from purchase where source = 'magento'"));
  }

  @Test
  void everyRowIsStoredOrComesBackAsItCame() {
    var counts = new TreeMap<String, Integer>();
    var totals = new long[5];
    for (var shop : shops()) {
      var file = shop.file();
      file.generate(ROWS / 5, new Random(SEED));
      var run = loading.load(file.bytes.toByteArray(), false);
      checked(shop, file, run);
      file.counts.forEach(
          (kind, count) -> counts.merge(shop.sample() + ": " + kind, count, Integer::sum));
      add(totals, run);
      var again = loading.load(file.bytes.toByteArray(), false);
      assertThat(List.of(again.created(), again.changed(), again.rejected()))
          .as(shop.sample())
          .containsExactly(0L, 0L, (long) file.problems.size());
    }
    System.out.printf(
        "T10 shops seed %d: %d kinds; rows %d = created %d + changed %d + same %d + rejected %d%n",
        SEED, counts.size(), totals[0], totals[1], totals[2], totals[3], totals[4]);
    for (var shop : shops()) {
      assertThat(counts.keySet())
          .filteredOn(kind -> kind.startsWith(shop.sample()))
          .hasSizeGreaterThan(20);
    }
  }

  private void checked(Shop shop, HostileFile file, ImportRun run) {
    assertThat(run.failure()).as(shop.sample()).isNull();
    assertThat(run.format().format()).isEqualTo(shop.sample());
    var problems = new ArrayList<Problem>();
    history.eachProblem(
        run.id(),
        ProblemFilter.NONE,
        loading.manager(),
        p ->
            problems.add(
                new Problem(p.line(), p.column(), p.sentence().key().substring(16), p.cells())));
    for (int i = 0; i < Math.min(problems.size(), file.problems.size()); i++) {
      assertThat(problems.get(i)).as(shop.sample()).isEqualTo(file.problems.get(i));
    }
    assertThat(problems).as(shop.sample()).hasSameSizeAs(file.problems);
    assertThat(run.rows())
        .as(shop.sample())
        .isEqualTo(file.rows)
        .isEqualTo(run.created() + run.changed() + run.same() + run.rejected());
    assertThat(new HashSet<>(jdbc.sql(shop.stored()).query(String.class).list()))
        .as(shop.sample())
        .containsAll(file.stored);
  }

  private static void add(long[] totals, ImportRun run) {
    var figures = List.of(run.rows(), run.created(), run.changed(), run.same(), run.rejected());
    for (int i = 0; i < totals.length; i++) {
      totals[i] += figures.get(i);
    }
  }
}
