package dev.winback.report;

import dev.winback.lapse.Visible;
import dev.winback.shared.Pieces;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.util.List;
import java.util.Map;

/** The statements of the customer list with what a filter and an actor ask in their places. */
final class CustomerPieces {

  static final String STANDING = sql("standing.sql");

  private static final String JOINS = sql("customers-joins.sql").replace("/*standing*/", STANDING);

  private static final String ASKED =
      sql("customers-where.sql")
          .replace("/*joins*/", JOINS)
          .replace("/*well*/", sql("well.sql").strip())
          .replace("/*quiet*/", sql("quiet.sql"));

  private static final String ALL = "customer c";

  static final String WHERE =
      SignalAsked.all(ASKED.replace("/*customers*/", ALL), "c.id")
          .replace("/*watch*/", sql("watch.sql"))
          .replace("/*reason*/", sql("reason.sql"));

  private static final String LIST = shown("customers.sql").replace("/*where*/", WHERE);
  private static final String BY_NAME =
      shown("customers-by-name.sql")
          .replace("/*look-ups*/", sql("customers-look-ups.sql").replace("/*standing*/", STANDING));

  /** Which rows of {@link #BY_NAME}. */
  private static final String PAGE =
      "select c.* " + WHERE + " and /*only*/ and /*after*/ order by /*order*/ limit :limit";

  /** The same where many are passed by: in the index of names, which has no more than that. */
  private static final String PASSING_PAGE =
      "select c.* from ("
          + PAGE.replace(WHERE, onTheWay(ALL)).replace("c.*", "c.id")
          + ") p join customer c on c.id = p.id";

  /** Of who sees few, which a signal may be asked of as well. */
  private static final String MEMBER_PAGE =
      sql("customers-of-member.sql")
          .replace("/*own*/", onTheWay(ALL))
          .replace("/*worked*/", onTheWay(sql("customers-worked.sql")));

  private static final List<String> PASSED =
      List.of("signal", "watch", "active", "prospect", "reason");

  private static final String AFTER_WORKED =
      "(h.sort_name, h.customer_id) > (cast(:v as text), :id)";

  private CustomerPieces() {}

  private static String sql(String file) {
    return Sql.of(CustomerPieces.class, file);
  }

  private static String onTheWay(String customers) {
    return SignalAsked.onTheWay(ASKED.replace("/*customers*/", customers), "c.id")
        .replace("/*watch*/", sql("watch-on-the-way.sql"))
        .replace("/*reason*/", sql("reason-on-the-way.sql"));
  }

  private static String shown(String file) {
    return sql(file)
        .replace("/*columns*/", sql("customers-columns.sql"))
        .replace("/*fragile*/", sql("fragile.sql").replace("l.customer_id", "c.id"));
  }

  static String asked(String sql, CustomerFilter filter, Actor actor) {
    var params = filter.params();
    var visible = Visible.in(filter.category().in(sql), actor);
    return Pieces.asked(Search.in(visible, params), params);
  }

  static String list(
      CustomerFilter filter, ListOrder by, boolean begins, boolean stands, Actor actor) {
    var sql = asked(by.wanted(stood(LIST, stands)), filter, actor);
    return Pieces.counted(by.in(sql, begins), filter.params());
  }

  /** One page of it in the order of names. */
  static String byName(
      CustomerFilter filter, ListOrder by, boolean begins, boolean stands, Actor actor) {
    var params = filter.params();
    var owners = Map.of(Search.exact(params) ? "few" : "many", true);
    var page = by.in(asked(chosen(filter, actor), filter, actor), begins);
    var rows =
        Pieces.counted(stood(BY_NAME, stands), owners)
            .replace("/*page*/", Pieces.counted(page, params));
    return by.in(rows, begins).replace("/*after worked*/", begins ? "true" : AFTER_WORKED);
  }

  private static String stood(String sql, boolean stands) {
    return sql.replace("/*stands*/", stands ? "s.standing" : "cast(null as text)");
  }

  private static String chosen(CustomerFilter filter, Actor actor) {
    if (!actor.may(Permission.SEE_ALL_CUSTOMERS)) {
      return MEMBER_PAGE;
    }
    var params = filter.params();
    return PASSED.stream().allMatch(asked -> params.get(asked) == null) ? PAGE : PASSING_PAGE;
  }
}
