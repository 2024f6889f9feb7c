package dev.winback.lapse;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.Settings;
import dev.winback.shared.Sql;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What else of lapses follows the facts on which they rest: what they cost, who lost them, whether
 * late or lost, whether twice lost.
 */
@Component
class Ground {

  private static final String VALUE = Sql.of(Ground.class, "value.sql");
  private static final String LOST_BY = Sql.of(Ground.class, "lost-by.sql");
  private static final String BLAME = Sql.of(Ground.class, "merge-blame.sql");
  private static final String LOST_ON = Sql.of(Ground.class, "lost-on.sql");
  private static final String TWICE = Sql.of(Ground.class, "twice-lost.sql");
  private static final String BEFORE = Sql.of(Ground.class, "twice-before.sql");
  private static final String CUSTOMERS =
      "select distinct customer_id from lapse where id = any (:lapses::bigint[])";

  private final JdbcClient jdbc;
  private final BusinessClock clock;
  private final String currency;

  Ground(JdbcClient jdbc, BusinessClock clock, Settings settings) {
    this.jdbc = jdbc;
    this.clock = clock;
    currency = settings.currency().getCurrencyCode();
  }

  /** The lapses of these customers cost what their purchases say. */
  void value(String customers) {
    jdbc.sql(VALUE)
        .param("ids", customers)
        .param("zone", clock.getZone().getId())
        .param("currency", currency)
        .update();
  }

  /**
   * Who lost them is who their last purchases name; of which customers that is somebody else now.
   */
  List<Long> losers(String customers) {
    return jdbc.sql(LOST_BY)
        .param("ids", customers)
        .param("zone", clock.getZone().getId())
        .query(Long.class)
        .list();
  }

  /** Whoever turned out to have lost one of these customers does not win him back (DEC-22, I5). */
  List<LapseId> takenFromLosers(List<Long> customers) {
    return customers.isEmpty()
        ? List.of()
        : now(BLAME)
            .param("customers", Sql.array(customers))
            .param("member", null)
            .param("apart", false)
            .query((row, n) -> new LapseId(row.getLong("id")))
            .list();
  }

  /** From which day on each of these lapses is lost, as is known now. */
  void silence(Map<Long, LocalDate> lostFrom) {
    if (!lostFrom.isEmpty()) {
      now(LOST_ON)
          .param("lapses", Sql.array(lostFrom.keySet()))
          .param("lost_from", Sql.array(lostFrom.values()))
          .param("zone", clock.getZone().getId())
          .param("today", clock.today())
          .update();
    }
  }

  /** Returns came, went or have another credit: a later lapse of the customer may be twice lost. */
  List<Attribution.Step> returns(List<Attribution.Step> steps) {
    if (steps.isEmpty()) {
      return List.of();
    }
    var lapses = Sql.array(steps, step -> step.lapse().value());
    var customers = Sql.array(jdbc.sql(CUSTOMERS).param("lapses", lapses).query(Long.class).list());
    jdbc.sql(BEFORE).param("customers", customers).update();
    return now(TWICE)
        .param("customers", customers)
        .param("member", null)
        .param("undone", "not-twice-lost")
        .query((row, n) -> twice(row.getLong("id"), Stage.valueOf(row.getString("stage"))))
        .list();
  }

  private static Attribution.Step twice(long lapse, Stage stage) {
    var kind = stage.open() ? "not-twice-lost" : Attribution.TWICE;
    return new Attribution.Step(new LapseId(lapse), stage, kind);
  }

  private JdbcClient.StatementSpec now(String sql) {
    return jdbc.sql(sql).param("now", clock.utc());
  }
}
