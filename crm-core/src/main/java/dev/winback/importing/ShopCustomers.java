package dev.winback.importing;

import dev.winback.customer.PhoneNumbers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Customers as shops export them: our columns by the shop's names for them; what has no column of
 * ours is an attribute under the shop's name.
 */
record ShopCustomers(
    Header header, String name, String shop, Map<String, List<String>> columns, Set<String> notSaid)
    implements Format {

  /** What a shop calls its customers' orders and money: a check sum against the orders we have. */
  static final String ORDERS = " orders";

  static final String SPENT = " spent";

  /** Shopify's customers_export.csv, older and newer, and its template without Customer ID. */
  static @Nullable Format shopify(Header header) {
    boolean known =
        header.hasAll(List.of("first name", "last name", "email", "accepts email marketing"));
    var columns = new LinkedHashMap<String, List<String>>();
    columns.put("first_name", List.of("first name"));
    columns.put("last_name", List.of("last name"));
    columns.put("email", List.of("email"));
    columns.put("phone", List.of("phone", "default address phone"));
    columns.put("company", List.of("default address company", "company"));
    columns.put("city", List.of("default address city", "city"));
    columns.put("country", List.of("default address country code", "country code", "country"));
    columns.put("note", List.of("note"));
    columns.put("email_consent", List.of("accepts email marketing"));
    columns.put("shopify" + ORDERS, List.of("total orders"));
    columns.put("shopify" + SPENT, List.of("total spent"));
    return known
        ? new ShopCustomers(header, "shopify-customers", "shopify", columns, Set.of("customer id"))
        : null;
  }

  /** WooCommerce: Analytics, Customers; there is no number, the e-mail is the key. */
  static @Nullable Format woo(Header header) {
    boolean known =
        header.hasAll(List.of("name", "username", "last active", "sign up", "email", "orders"));
    var columns = new LinkedHashMap<String, List<String>>();
    columns.put("name", List.of("name"));
    columns.put("email", List.of("email"));
    columns.put("city", List.of("city"));
    columns.put("country", List.of("country / region"));
    columns.put("woo" + ORDERS, List.of("orders"));
    columns.put("woo" + SPENT, List.of("total spend"));
    return known
        ? new ShopCustomers(header, "woo-customers", "woo", columns, Set.of("aov", "last active"))
        : null;
  }

  /** Whose customers a file with these columns names; null when it counts no orders of theirs. */
  static @Nullable String shop(List<String> header) {
    if (header.contains("Total Orders") && header.contains("Total Spent")) {
      return "shopify";
    }
    return header.contains("Orders") && header.contains("Total Spend") ? "woo" : null;
  }

  @Override
  public ImportType type() {
    return ImportType.CUSTOMERS;
  }

  @Override
  public List<Integer> telling() {
    return header.places(List.of("total spent", "total spend", "aov"));
  }

  @Override
  public List<Entry> translate(List<RawRow> rows, Values values) {
    var cells = header.cells(rows.get(0));
    var customer = new Translation(cells.line());
    var buyer = buyer(cells);
    var from =
        new Buyer.Columns(
            "customer id",
            from(cells, "email"),
            from(cells, "phone"),
            "last name",
            "default address zip");
    customer.say("customer", buyer.number(shop, from, values), buyer.numberFrom(from));
    columns.forEach((ours, theirs) -> say(customer, ours, cells));
    phone(customer, buyer.phone(), from.phone());
    attributes(customer, cells);
    return List.of(customer.entry(type()));
  }

  private Buyer buyer(Cells cells) {
    return new Buyer(
        cells.get("customer id"),
        told(cells, "email"),
        told(cells, "phone"),
        fullName(cells),
        told(cells, "company"),
        told(cells, "city"),
        first(cells, List.of("default address zip", "zip", "postal code")),
        told(cells, "country"));
  }

  private static @Nullable String fullName(Cells cells) {
    var first = cells.get("first name");
    var last = cells.get("last name");
    return first != null && last != null
        ? first + " " + last
        : first != null ? first : last != null ? last : cells.get("name");
  }

  private void say(Translation customer, String ours, Cells cells) {
    if (columns.getOrDefault(ours, List.of()).stream().anyMatch(cells::has)
        && !ours.equals("phone")) {
      customer.say(ours, told(cells, ours), from(cells, ours));
    }
    if (ours.equals("email_consent") && told(cells, ours) != null) {
      customer.say("consent_source", shop, from(cells, ours));
    }
  }

  private static void phone(Translation customer, @Nullable String phone, String from) {
    if (phone != null) {
      boolean dialled = PhoneNumbers.possible(phone);
      customer.say(dialled ? "phone" : "phone as told", phone, from);
    }
  }

  private @Nullable String told(Cells cells, String ours) {
    return first(cells, columns.getOrDefault(ours, List.of()));
  }

  private static @Nullable String first(Cells cells, List<String> theirs) {
    return theirs.stream().map(cells::get).filter(v -> v != null).findFirst().orElse(null);
  }

  /** The shop's column of which a value was taken, else the first it has. */
  private String from(Cells cells, String ours) {
    var theirs = columns.getOrDefault(ours, List.of(ours));
    return theirs.stream()
        .filter(column -> cells.get(column) != null)
        .findFirst()
        .orElse(theirs.get(0));
  }

  private void attributes(Translation customer, Cells cells) {
    for (var column : cells.columns().keySet()) {
      boolean taken = columns.values().stream().anyMatch(theirs -> theirs.contains(column));
      boolean named = column.equals("name") || notSaid.contains(column);
      if (!taken && !named && !ImportType.CUSTOMERS.knows(column)) {
        customer.sayIfTold(column, cells.get(column), column);
      }
    }
  }
}
