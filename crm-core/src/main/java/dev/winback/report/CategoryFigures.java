package dev.winback.report;

import dev.winback.lapse.Visible;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
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
          "from customer c join customer_category k on k.customer_id = c.id and "
              + Visible.CUSTOMER);

  private final JdbcClient jdbc;

  CategoryFigures(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public CategoryReport report(Actor actor) {
    actor.require(Permission.SEE_REPORTS);
    var report = new CategoryReport();
    var sql = actor.may(Permission.SEE_ALL_CUSTOMERS) ? OF_ALL : OF_OWN;
    jdbc.sql(sql)
        .params(Visible.to(actor))
        .query(CategoryReport.Row.class)
        .list()
        .forEach(report::add);
    return report;
  }
}
