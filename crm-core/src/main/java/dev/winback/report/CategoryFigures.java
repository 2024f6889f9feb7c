package dev.winback.report;

import dev.winback.lapse.KeptReports;
import dev.winback.lapse.Visible;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where the customers stand, as figures; a rep's own ones for a rep. */
@Service
@Transactional(readOnly = true)
public class CategoryFigures {

  private static final String COUNTS = Sql.of(CategoryFigures.class, "categories.sql");

  /** Who sees all needs no look at each customer: erased and merged ones have no category. */
  private static final String OF_ALL = COUNTS.replace("/*from*/", "from customer_category k");

  private static final String OF_OWN =
      COUNTS.replace(
          "/*from*/",
          "from (select * from customer_category where customer_id in (/*visible customers*/)) k");

  private static final String KEPT = "categories";

  private final JdbcClient jdbc;
  private final KeptReports kept;

  CategoryFigures(JdbcClient jdbc, KeptReports kept) {
    this.jdbc = jdbc;
    this.kept = kept;
  }

  /** The day of the night that counted it; null: it is counted at this moment. */
  public @Nullable LocalDate day(Actor actor) {
    return actor.may(Permission.SEE_ALL_CUSTOMERS) ? kept.day(KEPT) : null;
  }

  /** Counts for the page of a large firm what it would count for seconds. */
  @Transactional
  public void settle(LocalDate day) {
    kept.settle(KEPT, day, OF_ALL, Map.of());
  }

  public CategoryReport report(Actor actor) {
    actor.require(Permission.SEE_REPORTS);
    var report = new CategoryReport();
    rows(actor).forEach(report::add);
    return report;
  }

  private List<CategoryReport.Row> rows(Actor actor) {
    if (day(actor) != null) {
      return kept.rows(
          KEPT,
          "abc text, xyz text, priority_group int, vip boolean, fallen boolean, candidate boolean, second text, "
              + "customers bigint, value numeric, lost bigint",
          CategoryReport.Row.class);
    }
    var sql = actor.may(Permission.SEE_ALL_CUSTOMERS) ? OF_ALL : OF_OWN;
    return jdbc.sql(Visible.in(sql, actor))
        .params(Visible.to(actor))
        .query(CategoryReport.Row.class)
        .list();
  }
}
