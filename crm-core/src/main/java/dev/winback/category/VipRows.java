package dev.winback.category;

import dev.winback.shared.BinaryRows;
import dev.winback.shared.Copy;
import dev.winback.shared.Sql;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes the months of one night, each in passes of its own: the rows of one are in memory. */
final class VipRows {

  private static final String MONTH = Sql.of(VipRows.class, "vip-month.sql");
  private static final String STAGING = Sql.of(VipRows.class, "vip-staging.sql");
  private static final String DROP = Sql.of(VipRows.class, "vip-drop.sql");
  private static final String MERGE = Sql.of(VipRows.class, "vip-merge.sql");

  private final JdbcClient jdbc;
  private final Copy copy;
  private final Ranking ranking;
  private final Limits limits;
  private final Vips vips;

  VipRows(JdbcClient jdbc, Copy copy, Ranking ranking, Limits limits, Vips vips) {
    this.jdbc = jdbc;
    this.copy = copy;
    this.ranking = ranking;
    this.limits = limits;
    this.vips = vips;
  }

  long members(int month) {
    jdbc.sql(STAGING).update();
    copy.in("copy settled_vip from stdin (format binary)", rows(month));
    return at(DROP, month) + at(MERGE, month);
  }

  private long at(String sql, int month) {
    return jdbc.sql(sql).param("month", begin(month)).update();
  }

  private LocalDate begin(int month) {
    return Months.begin(limits.cuts().day(), month);
  }

  private BinaryRows rows(int month) {
    var rows = new BinaryRows();
    var criterion = limits.cuts().settings().criterion();
    ranking.each(
        m -> {
          if (m.month(criterion, month) > 0 && vips.takes(m, month)) {
            row(rows.row(6).bigint(m.customer), m, month, criterion);
          }
        });
    return rows;
  }

  private static void row(BinaryRows rows, Months m, int month, Criterion criterion) {
    rows.money(criterion.shown(m.month(criterion, month)));
    rows.money(Criterion.AMOUNT.shown(m.month(Criterion.AMOUNT, month)));
    rows.money(Criterion.RENDERED.shown(m.month(Criterion.RENDERED, month)));
    rows.integer((int) m.month(Criterion.PURCHASES, month));
    rows.bigint(m.month(Criterion.UNITS, month));
  }

  long moves(ListFigures list) {
    long gone = at("delete from vip_move where month = :month", list.month);
    var rows = new BinaryRows();
    var month = begin(list.month);
    ranking.each(
        m -> {
          var move = list.move(m, vips, vips.months(m));
          if (move != ListFigures.Move.NONE) {
            rows.row(3).date(month).bigint(m.customer).bool(move == ListFigures.Move.JOINED);
          }
        });
    copy.in("copy vip_move (month, customer_id, joined) from stdin (format binary)", rows);
    return gone + list.joined + list.dropped;
  }

  long head(MonthFigures month, @Nullable ListFigures list) {
    return jdbc.sql(MONTH)
        .param("month", begin(month.month))
        .param("complete", month.month < Months.RUNNING)
        .param("setting", limits.setting())
        .param("currency", limits.currency())
        .param("day", limits.cuts().day())
        .params(month.params())
        .params(ListFigures.params(list))
        .update();
  }
}
