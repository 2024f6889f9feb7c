package dev.winback.report;

import dev.winback.lapse.Visible;
import dev.winback.shared.Pieces;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The statements of the customer list with what a filter and an actor ask in their places. */
final class CustomerPieces {

  private static final String ASKED =
      sql("customers-where.sql")
          .replace("/*joins*/", sql("customers-joins.sql"))
          .replace("/*quiet*/", sql("quiet.sql"));

  static final String WHERE = SignalAsked.all(ASKED, "c.id");

  /** Where a page is chosen before its rows are read: of a rare signal all are known first. */
  private static final String ON_THE_WAY = SignalAsked.onTheWay(ASKED, "c.id");

  private static final String LIST = shown("customers.sql").replace("/*where*/", WHERE);
  private static final String PAGE = shown("customers-page.sql");

  private static final String ORDERED =
      " and /*only*/ and /*after*/ order by /*order*/ limit :limit";

  /** Which rows of {@link #PAGE}. */
  private static final String ROWS_OF_PAGE = "select /*row*/ " + WHERE + ORDERED;

  /** The same where more are passed by, in an index alone, or in customers: their keys first. */
  private static final String KEYS_OF_PAGE =
      "select r.* from (select c.id "
          + ON_THE_WAY
          + ORDERED
          + ") p join customer_row r on r.id = p.id";

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
              + "|standing|known_reason|fragile_until|abc|xyz|vip|priority_group|worker)\\b");

  private static final Pattern OF_CATEGORIES =
      Pattern.compile("\\bk\\.(abc|xyz|vip|priority_group)\\b");

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
    var kept = inRows(filter.category().in(sql), filter);
    var over = Search.words(params) ? found(kept) : rowed(kept);
    var visible = Visible.in(over, actor);
    var told = Search.in(visible, params).replace("/*told*/", TOLD);
    return Pieces.counted(told, params).replace("/*owner*/", owner(filter));
  }

  /** What a row has of its category needs no look at it, unless that gives the order. */
  private static String inRows(String sql, CustomerFilter filter) {
    return sql.contains("/*customers*/") && filter.order() != CustomerSort.CATEGORY
        ? OF_CATEGORIES.matcher(sql).replaceAll("c.$1")
        : sql;
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
    var list = LIST.replace("/*category value*/", ordering(filter, "k.value"));
    return asked(by.in(list, begins), filter, actor);
  }

  /** One page of them. */
  static String page(CustomerFilter filter, ListOrder by, boolean begins, Actor actor) {
    var rows = by.in(rows(filter), begins);
    return PAGE.replace("/*category value*/", ordering(filter, "c.category_value"))
        .replace(
            "/*page*/",
            eachWay(filter, actor) ? first(rows, filter, actor) : asked(rows, filter, actor))
        .replace(
            "/*order*/",
            by.by().replace("k.value", "c.category_value").replace("k.customer_id", "c.id"))
        .replace("/*told*/", TOLD)
        .replace("/*owner*/", owner(filter));
  }

  private static String rows(CustomerFilter filter) {
    var params = filter.params();
    if (filter.order() == CustomerSort.CATEGORY) {
      return ROWS_OF_PAGE.replace("/*row*/", "/*row*/, k.value as category_value");
    }
    boolean passing = Search.words(params) || params.get("signal") != null;
    return passing && filter.order() == CustomerSort.NAME ? KEYS_OF_PAGE : ROWS_OF_PAGE;
  }

  /** Whether there is an index of a member's customers in the order that is asked for. */
  private static boolean eachWay(CustomerFilter filter, Actor actor) {
    boolean ordered =
        filter.params().get("q") == null
            ? filter.order() != CustomerSort.CATEGORY
            : Search.words(filter.params()) && filter.order() == CustomerSort.NAME;
    return ordered && !actor.may(Permission.SEE_ALL_CUSTOMERS);
  }

  /** Of all ways, before anything is looked up for them. */
  private static String first(String rows, CustomerFilter filter, Actor actor) {
    var ways =
        Visible.ways(rows).stream()
            .map(way -> asked(way, filter, actor))
            .collect(Collectors.joining(")\nunion all\n(", "(", ")"));
    return "select c.* from (\n" + ways + ") c\norder by /*order*/ limit :limit";
  }

  /** How many there are, up to a limit; who is found by words is looked for once. */
  static String count(CustomerFilter filter, Actor actor) {
    var one = "select 1 " + WHERE;
    var all = filter.params().get("q") == null ? Visible.eachWay(one, actor) : one;
    return "select count(*) from (" + all + " limit :limit) capped";
  }

  private static String owner(CustomerFilter filter) {
    return Search.exact(filter.params()) ? OWNER_OF_FEW : OWNER;
  }

  /** The value of a category is read where it gives the order. */
  private static String ordering(CustomerFilter filter, String value) {
    return filter.order() == CustomerSort.CATEGORY ? value : "cast(null as numeric)";
  }
}
