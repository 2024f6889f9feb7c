package dev.winback.importing;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.Settings;
import dev.winback.shared.Sql;
import dev.winback.shared.Stages;
import dev.winback.shared.Staging;
import dev.winback.shared.Tally;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The kinds of rows that runs feed, with their figures; what a file says of money. */
@Component
class Parts {

  private static final String FACT = Sql.of(Parts.class, "part-fact.sql");
  private static final String CUSTOMER = Sql.of(Parts.class, "part-customer.sql");
  private static final Map<ImportType, String> TOTALS =
      Map.of(
          ImportType.PURCHASES,
          Sql.of(Parts.class, "total-purchase.sql"),
          ImportType.REFUNDS,
          Sql.of(Parts.class, "total-money.sql")
              .replace("{fact}", "refund")
              .replace("{time}", "refunded_at"),
          ImportType.PAYMENTS,
          Sql.of(Parts.class, "total-money.sql")
              .replace("{fact}", "payment")
              .replace("{time}", "paid_at"));

  private final JdbcClient jdbc;
  private final Stages stages;
  private final Settings settings;
  private final BusinessClock clock;

  Parts(JdbcClient jdbc, Stages stages, Settings settings, BusinessClock clock) {
    this.jdbc = jdbc;
    this.stages = stages;
    this.settings = settings;
    this.clock = clock;
  }

  /** A kind of rows with the slices that are to be stored and those that are. */
  record Part(int place, ImportType type, int slices, int slicesDone) {}

  /** In the order in which they are stored; within the batch's tables. */
  void settled(long run, List<Feed.Stored> settled) {
    stages.enter(Staging.ofRun(run));
    jdbc.sql("delete from import_total where import_id = :import").param("import", run).update();
    boolean withCustomers = settled.get(0).kind().type() == ImportType.CUSTOMERS;
    for (int place = 0; place < settled.size(); place++) {
      var stored = settled.get(place);
      settled(run, place, stored, withCustomers);
      total(run, stored.kind().type());
    }
    stages.leave();
  }

  private void settled(long run, int place, Feed.Stored stored, boolean withCustomers) {
    var type = stored.kind().type();
    var sql = type == ImportType.CUSTOMERS ? CUSTOMER : FACT;
    var known = withCustomers ? "pending_customer" : "(select ''::text as customer)";
    jdbc.sql(sql.replace("{fact}", type.ownId()).replace("{new_customers}", known))
        .param("import", run)
        .param("place", place)
        .param("type", type.word())
        .param("created", stored.settled().created())
        .param("changed", stored.settled().changed())
        .param("slices", stored.settled().slices())
        .update();
  }

  private void total(long run, ImportType type) {
    var sql = TOTALS.get(type);
    if (sql != null) {
      jdbc.sql(sql)
          .param("import", run)
          .param("type", type.word())
          .param("currency", settings.currency().getCurrencyCode())
          .param("zone", clock.getZone().getId())
          .update();
    }
  }

  void stored(long run, Part part, Tally facts) {
    jdbc.sql(
            """
            update import_part
               set slices_done = slices_done + 1, created_done = created_done + :created,
                   changed_done = changed_done + :changed
             where import_id = :import and place = :place
            """)
        .param("import", run)
        .param("place", part.place())
        .param("created", facts.created())
        .param("changed", facts.changed())
        .update();
  }

  /** The pending rows of a kind still wait for its last slice. */
  boolean staged(long run, Part part) {
    var table = Staging.ofRun(run).schema() + ".pending_" + part.type().ownId();
    var there = jdbc.sql("select to_regclass(:table) is not null").param("table", table);
    return there.query(Boolean.class).single()
        && (part.slices() == 0
            || jdbc.sql("select exists (select from " + table + " where slice = :slice)")
                .param("slice", part.slices() - 1)
                .query(Boolean.class)
                .single());
  }

  List<Part> of(long run) {
    return jdbc.sql(
            """
            select place, upper(type) as type, slices, slices_done
            from import_part where import_id = :import order by place
            """)
        .param("import", run)
        .query(Part.class)
        .list();
  }
}
