package dev.winback.bench;

import dev.winback.shared.Cursor;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** One page as one person asks for it. */
record Scenario(String name, String login, String path) {

  private static final String OPEN =
      "from lapse l where l.stage in ('LATE', 'LOST', 'DECIDED', 'WORKING') ";
  private static final String WEIGHED =
      "from lapse l join lapse_worth w on w.lapse_id = l.id "
          + "where l.stage in ('LATE', 'LOST', 'DECIDED', 'WORKING') ";
  private static final String NAMED =
      "from lapse l join customer c on c.id = l.customer_id "
          + "where l.stage in ('LATE', 'LOST', 'DECIDED', 'WORKING') ";

  /** Rows before the 2,000th page of 50. */
  private static final int DEEP = 1_999 * 50;

  /** Every list with each filter and each order that it offers. */
  static List<Scenario> all(Connection connection) throws SQLException {
    var all = new ArrayList<Scenario>();
    lost(all);
    lostDeep(all, connection);
    customers(all, connection);
    others(all, connection);
    return all;
  }

  private static void add(List<Scenario> all, String login, String list, String... queries) {
    for (var query : queries) {
      var path = query.isEmpty() ? list : list + "?" + query;
      all.add(new Scenario(login + " " + path, login, path));
    }
  }

  private static void lost(List<Scenario> all) {
    add(
        all,
        "manager",
        "/lost",
        "",
        "sort=gain",
        "sort=days",
        "sort=opened",
        "sort=name",
        "stage=decided",
        "stage=decided&sort=gain",
        "stage=lost&sort=days",
        "stage=won",
        "stage=all",
        "stage=ever&sort=opened",
        "signal=90",
        "signal=360&sort=gain",
        "signal=rhythm",
        "signal=left",
        "signal=sleeping",
        "signal=complaint",
        "owner=r7",
        "owner=none",
        "assignee=r7",
        "assignee=r7&sort=gain",
        "assignee=none",
        "lostBy=r7",
        "min=500",
        "min=500&sort=days",
        "reason=quality",
        "reason=unknown",
        "from=2026-05-01&to=2026-05-20",
        "goods=Sidamo",
        "abc=A",
        "abc=C&sort=gain",
        "xyz=X",
        "vip=true",
        "group=3&sort=days",
        "q=m51@example.org",
        "q=berg12",
        "q=zzzzzz");
    add(
        all,
        "r7",
        "/lost",
        "",
        "sort=gain",
        "sort=name",
        "stage=won",
        "signal=90",
        "vip=true",
        "q=berg12");
  }

  private static void lostDeep(List<Scenario> all, Connection connection) throws SQLException {
    deep(
        all,
        connection,
        "/lost?sort=value",
        "select l.value_year, l.id " + OPEN + "order by 1 desc, 2 desc");
    deep(
        all,
        connection,
        "/lost?sort=gain",
        "select w.gain, l.id " + WEIGHED + "order by 1 desc, 2 desc");
    deep(
        all,
        connection,
        "/lost?sort=days",
        "select l.silent_since, l.id " + OPEN + "order by 1, 2");
    deep(
        all,
        connection,
        "/lost?sort=opened",
        "select l.opened_on, l.id " + OPEN + "order by 1 desc, 2 desc");
    deep(
        all,
        connection,
        "/lost?sort=name",
        "select lower(c.display_name), l.id " + NAMED + "order by 1, 2");
  }

  private static void customers(List<Scenario> all, Connection connection) throws SQLException {
    add(
        all,
        "manager",
        "/customers",
        "",
        "sort=value",
        "stage=watch",
        "stage=watch&sort=value",
        "stage=active",
        "stage=prospect",
        "stage=lost",
        "stage=decided",
        "stage=quiet",
        "stage=none",
        "signal=volume-drop",
        "signal=silent&sort=value",
        "owner=r7",
        "owner=none&sort=value",
        "kind=wholesale",
        "reason=quality",
        "abc=A",
        "xyz=X&sort=name",
        "vip=true",
        "vip=fallen",
        "group=4",
        "q=m51@example.org",
        "q=+49300000777",
        "q=ber",
        "q=berg12",
        "q=K0000777");
    add(
        all,
        "r7",
        "/customers",
        "",
        "sort=value",
        "stage=watch",
        "stage=active",
        "q=berg12",
        "vip=true");
    deep(
        all,
        connection,
        "/customers?sort=name",
        "select lower(display_name), id from customer order by 1, 2");
    deep(
        all,
        connection,
        "/customers?sort=value",
        "select v.value_year, c.id from customer c join customer_value v on v.customer_id = c.id order by 1 desc, 2 desc");
  }

  private static void others(List<Scenario> all, Connection connection) throws SQLException {
    add(all, "r7", "/today", "");
    add(all, "manager", "/today", "member=r7", "");
    add(
        all,
        "manager",
        "/letters/list",
        "",
        "status=sent",
        "status=held",
        "status=held&reason=no-basis",
        "rung=2",
        "customer=K0000777");
    add(all, "r7", "/letters/list", "", "status=held");
    deep(
        all,
        connection,
        "/letters/list?status=sent",
        "select id from letter where state = 'SENT' order by id desc");
    add(all, "manager", "/customers/duplicates", "");
    deep(
        all,
        connection,
        "/customers/duplicates?",
        "select kind, mark from duplicate_group order by 1, 2");
    add(
        all,
        "manager",
        "/reports/moves",
        "kind=loss&from=2026-05-01&until=2026-05-31",
        "kind=loss&from=2025-06-01&until=2025-06-30",
        "kind=return&from=2025-06-01&until=2026-05-31");
    add(all, "manager", "/api/v1/tasks", "", "member=r7");
    add(all, "manager", "/api/v1/lapses", "", "stage=decided", "assignee=r7");
    add(all, "r7", "/api/v1/lapses", "");
    add(all, "manager", "/api/v1/letters", "");
    add(all, "manager", "/api/v1/customers", "", "limit=1000");
    add(all, "manager", "/alarms", "");
    add(all, "manager", "/questions", "");
    add(all, "manager", "/reports/reasons", "");
    add(all, "manager", "/categories", "");
    add(all, "manager", "/", "");
    add(all, "r7", "/", "");
    add(all, "manager", "/customers/K0000777", "");
  }

  /** The page that begins behind so many rows of this order, or behind nine tenths of fewer. */
  private static void deep(List<Scenario> all, Connection connection, String list, String order)
      throws SQLException {
    var sql =
        "select * from ("
            + order
            + ") o offset (select least("
            + DEEP
            + ", count(*) * 9 / 10) from ("
            + order.substring(0, order.indexOf(" order by"))
            + ") n) limit 1";
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      if (row.next()) {
        boolean two = row.getMetaData().getColumnCount() == 2;
        var after =
            two
                ? Cursor.encode(row.getString(1), row.getString(2))
                : Cursor.encode(row.getString(1));
        var path = list + "&after=" + after;
        all.add(new Scenario("manager " + list + " deep", "manager", path));
      }
    }
  }
}
