package dev.winback.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Every report, its names behind a number, and its file, for whom it is made. */
final class ReportPages {

  private static final List<String> PAGES =
      List.of(
          "manager /",
          "manager /reports",
          "manager /reports/losses",
          "manager /reports/losses.csv",
          "manager /reports/losses?to=2025-08",
          "manager /reports/moves?kind=loss&from=2026-03-01&until=2026-03-31",
          "manager /team",
          "manager /team.csv",
          "manager /team?from=2025-06-01&to=2026-05-31",
          "manager /team/promises",
          "manager /team/calls?from=2025-06-01&to=2026-05-31",
          "manager /team/returns?from=2025-06-01&to=2026-05-31",
          "manager /reports/reasons",
          "manager /reports/reasons.csv",
          "manager /reports/reasons?by=product",
          "manager /reports/reasons?by=member",
          "manager /reports/reasons?by=month",
          "manager /reports/reasons?stage=ever",
          "manager /reports/funnel",
          "manager /reports/funnel.csv",
          "manager /reports/funnel?from=2024-06-01",
          "manager /reports/funnel?abc=A",
          "manager /reports/funnel/names?step=4",
          "manager /reports/funnel/names?step=alone",
          "manager /reports/cohorts",
          "manager /reports/cohorts.csv",
          "manager /reports/orders",
          "manager /reports/orders.csv",
          "manager /reports/payments",
          "manager /reports/payments.csv",
          "marketing /letters/results",
          "manager /letters/results",
          "manager /letters/results.csv",
          "manager /letters/results/names?rung=1&what=returned",
          "manager /letters/results/names?what=over",
          "manager /letters/results/names?what=clicked",
          "manager /api/v1/reports/ladder",
          "manager /campaigns",
          "manager /campaigns.csv",
          "manager /reports/offers",
          "manager /reports/offers.csv",
          "manager /reports/offers?by=reason",
          "manager /reports/offers?by=member",
          "manager /reports/romi",
          "manager /reports/romi.csv",
          "manager /reports/romi?from=2024-06-01",
          "manager /reports/romi?from=2026-05-01",
          "manager /reports/romi/names",
          "manager /reports/romi/names?part=letters",
          "manager /reports/romi/names?part=discounts",
          "manager /reports/romi/names?part=treated",
          "manager /reports/returns",
          "manager /reports/returns.csv",
          "manager /reports/returns/names?what=again",
          "manager /fragile",
          "manager /promises",
          "manager /refusals",
          "manager /complaints",
          "manager /testimonials",
          "manager /reports/events",
          "manager /reports/events.csv",
          "manager /categories/vip",
          "manager /categories/vip.csv?month=2026-05",
          "manager /categories/vip/moves?month=2026-05&kind=joined",
          "manager /categories",
          "manager /categories.csv",
          "manager /categories/criteria.csv",
          "manager /categories/lifetimes.csv",
          "manager /reports/model",
          "manager /alarms",
          "marketing /letters",
          "rep /",
          "rep /reports",
          "rep /reports/funnel");

  private ReportPages() {}

  static List<Scenario> all(Connection connection) throws SQLException {
    var all = new ArrayList<Scenario>();
    for (var page : PAGES) {
      add(all, page);
    }
    add(all, "manager /campaigns/" + campaign(connection, "running"));
    add(all, "manager /campaigns/" + campaign(connection, "ended"));
    return all;
  }

  private static void add(List<Scenario> all, String page) {
    int space = page.indexOf(' ');
    all.add(new Scenario(page, page.substring(0, space), page.substring(space + 1)));
  }

  private static long campaign(Connection connection, String state) throws SQLException {
    try (var statement = connection.createStatement();
        var row =
            statement.executeQuery("select max(id) from campaign where state = '" + state + "'")) {
      row.next();
      return row.getLong(1);
    }
  }
}
