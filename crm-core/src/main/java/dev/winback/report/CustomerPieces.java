package dev.winback.report;

import dev.winback.customer.Search;
import dev.winback.lapse.Visible;
import dev.winback.shared.Pieces;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The statements of the customer list with what a filter and an actor ask in their places. */
final class CustomerPieces {

  private static final String ASKED =
      sql("customers-where.sql").replace("/*joins*/", sql("customers-joins.sql"));

  static final String WHERE = ASKED.replace("/*quiet*/", sql("quiet.sql"));

  /** Where a page is: it is full before most customers were looked at. */
  private static final String PAGED = ASKED.replace("/*quiet*/", sql("quiet-on-the-way.sql"));

  private static final String LIST = shown("customers.sql").replace("/*where*/", WHERE);
  private static final String PAGE = shown("customers-page.sql");

  private static final String BETWEEN = ")\nunion all\n(";

  private static final String ORDERED =
      " and /*only*/ and /*after*/ order by /*order*/ limit :limit";

  /** Which rows of {@link #PAGE}. */
  private static final String ROWS_OF_PAGE = "select /*row*/ " + PAGED + ORDERED;

  /** The same where words are looked for, in customers: their keys first. */
  private static final String KEYS_OF_PAGE =
      "select r.* from (select c.id " + PAGED + ORDERED + ") p join customer_row r on r.id = p.id";

  private static final String ROWS = "customer_row c";
  private static final String CUSTOMERS = "customer c";
  private static final String THERE = "c.erased_at is null and c.merged_into is null";
  private static final String OWNER = "left join member owner on owner.id = c.owner_id";

  /**
   * Of those found by an address or a number there are one or two: the members are not all read.
   */
  private static final String OWNER_OF_FEW =
      "left join lateral (select name from member where id = c.owner_id limit 1) owner on true";

  private static final String TOLD = "exists (select from night where finished_at is not null)";

  /** What a row of the list has and a customer has not. */
  private static final Pattern OF_ROWS =
      Pattern.compile(
          "\\bc\\.(name|purchases|last_purchase|revenue|value_year|rhythm_days|currency|stage"
              + "|standing|known_reason|fragile_until|abc|xyz|vip|priority_group|worker"
              + "|category_value|fallen|candidate|second|a_by|common_signs|rare_signs)\\b");

  private CustomerPieces() {}

  private static String sql(String file) {
    return Sql.of(CustomerPieces.class, file);
  }

  private static String shown(String file) {
    return sql(file).replace("/*columns*/", sql("customers-columns.sql"));
  }

  /**
   * Over the rows of the list, or over customers where words are looked for, as they have the
   * indexes.
   */
  static String asked(String sql, CustomerFilter filter, Actor actor) {
    var params = filter.params();
    var kept = SignalAsked.in(filter.category().in(sql, "c"), params, "c");
    var over = Search.words(params) ? found(kept) : rowed(kept);
    var visible = Visible.in(over, actor);
    var told = Search.in(visible, params).replace("/*told*/", TOLD);
    return Pieces.counted(told, params).replace("/*owner*/", owner(filter));
  }

  private static String rowed(String sql) {
    return sql.replace("/*customers*/", ROWS)
        .replace("/*there*/", "true")
        .replace("/*row*/", "c.*");
  }

  private static String found(String sql) {
    // whom somebody works for is known by his row, and is in its order
    var name = sql.contains("c.worker =") ? "shown.sort_name" : "lower(c.display_name)";
    return OF_ROWS
        .matcher(sql)
        .replaceAll("shown.$1")
        .replace("c.sort_name", name)
        .replace("/*row*/", "shown.*")
        .replace("/*customers*/", CUSTOMERS)
        .replace("/*there*/", THERE)
        .replace("/*visible customer row*/", "/*gathered*/");
  }

  /** All rows. */
  static String list(CustomerFilter filter, ListOrder by, boolean begins, Actor actor) {
    return asked(by.in(LIST, begins), filter, actor);
  }

  /** One page of them. */
  static String page(CustomerFilter filter, ListOrder by, boolean begins, Actor actor) {
    var rows = by.in(rows(filter), begins);
    return PAGE.replace("/*page*/", first(rows, filter, actor))
        .replace("/*order*/", by.by())
        .replace("/*told*/", TOLD)
        .replace("/*owner*/", owner(filter));
  }

  private static String rows(CustomerFilter filter) {
    boolean named = Search.words(filter.params()) && filter.order() == CustomerSort.NAME;
    return named ? KEYS_OF_PAGE : ROWS_OF_PAGE;
  }

  /** The first of each way, before anything is looked up for them, and of these the page. */
  private static String first(String rows, CustomerFilter filter, Actor actor) {
    var ways = ways(rows, filter, actor);
    if (ways.size() == 1) {
      return asked(ways.get(0), filter, actor);
    }
    var all =
        ways.stream()
            .map(way -> asked(way, filter, actor))
            .collect(Collectors.joining(BETWEEN, "(", ")"));
    return "select c.* from (\n" + all + ") c\norder by /*order*/ limit :limit";
  }

  /** Each a range of an index in the order that is asked for, where there is one. */
  private static List<String> ways(String rows, CustomerFilter filter, Actor actor) {
    boolean searches = filter.params().get("q") != null;
    if (actor.may(Permission.SEE_ALL_CUSTOMERS)) {
      boolean inCells = filter.order() == CustomerSort.CATEGORY && !searches;
      return inCells ? cells(rows, filter) : List.of(rows);
    }
    boolean named = Search.words(filter.params()) && filter.order() == CustomerSort.NAME;
    return named || !searches ? Visible.ways(rows) : List.of(rows);
  }

  private static List<String> cells(String rows, CustomerFilter filter) {
    return filter.category().cells().stream().map(cell -> cell.in(rows, "c")).toList();
  }

  /** How many there are, up to a limit; who is found by words is looked for once. */
  static String count(CustomerFilter filter, Actor actor) {
    var counted = counted("select 1 " + WHERE, filter, actor);
    var all = counted.stream().collect(Collectors.joining(BETWEEN, "(", ")"));
    return "select count(*) from (" + all + " limit :limit) capped";
  }

  private static List<String> counted(String one, CustomerFilter filter, Actor actor) {
    if (filter.params().get("q") != null) {
      return List.of(one);
    }
    return actor.may(Permission.SEE_ALL_CUSTOMERS) ? cells(one, filter) : Visible.ways(one);
  }

  private static String owner(CustomerFilter filter) {
    return Search.exact(filter.params()) ? OWNER_OF_FEW : OWNER;
  }
}
