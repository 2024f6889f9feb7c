package dev.winback.report;

import dev.winback.lapse.Visible;
import dev.winback.shared.Pieces;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;

/** The statements of the customer list with what a filter and an actor ask in their places. */
final class CustomerPieces {

  static final String STANDING = sql("standing.sql");

  private static final String JOINS = sql("customers-joins.sql").replace("/*standing*/", STANDING);

  static final String WHERE =
      sql("customers-where.sql").replace("/*joins*/", JOINS).replace("/*quiet*/", sql("quiet.sql"));

  private static final String LIST = shown("customers.sql").replace("/*where*/", WHERE);
  private static final String BY_NAME = shown("customers-by-name.sql");

  /** Which rows of {@link #BY_NAME}. */
  private static final String PAGE =
      "select c.* " + WHERE + " and /*only*/ and /*after*/ order by /*order*/ limit :limit";

  private CustomerPieces() {}

  private static String sql(String file) {
    return Sql.of(CustomerPieces.class, file);
  }

  private static String shown(String file) {
    return sql(file)
        .replace("/*columns*/", sql("customers-columns.sql"))
        .replace("/*joins*/", JOINS)
        .replace("/*fragile*/", sql("fragile.sql").replace("l.customer_id", "c.id"));
  }

  static String asked(String sql, CustomerFilter filter, Actor actor) {
    var params = filter.params();
    var visible = Visible.in(filter.category().in(sql), actor);
    return Pieces.asked(Search.in(visible, params), params);
  }

  static String list(CustomerFilter filter, ListOrder by, boolean begins, Actor actor) {
    return by.in(asked(by.wanted(LIST), filter, actor), begins);
  }

  /** One page of it in the order of names. */
  static String byName(CustomerFilter filter, ListOrder by, boolean begins, Actor actor) {
    var page = by.in(asked(by.wanted(PAGE), filter, actor), begins);
    var rows = BY_NAME.replace("/*page*/", Pieces.counted(page, filter.params()));
    return by.in(rows, begins);
  }
}
