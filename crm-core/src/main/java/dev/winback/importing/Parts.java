package dev.winback.importing;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.Settings;
import dev.winback.shared.Sql;
import dev.winback.shared.Stages;
import dev.winback.shared.Staging;
import dev.winback.shared.Tally;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The kinds of rows that runs feed, with their figures; what a file says of money. */
@Component
class Parts {

  private static final String FACT = Sql.of(Parts.class, "part-fact.sql");
  private static final String FOUND_BY = Sql.of(Parts.class, "found-by.sql");
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
    var known = new ArrayList<>(List.of("select ''::text as customer"));
    for (int place = 0; place < settled.size(); place++) {
      var stored = settled.get(place);
      settled(run, place, stored, String.join(" union all ", known));
      known.add(brought(stored.kind().type()));
      total(run, stored.kind());
    }
    stages.leave(Staging.ofRun(run));
  }

  /** By what customers without a number were found. */
  void foundBy(long run) {
    stages.enter(Staging.ofRun(run));
    jdbc.sql(FOUND_BY).param("import", run).update();
    stages.leave(Staging.ofRun(run));
  }

  /** Whom a kind of rows brings: the kinds behind it know them. */
  private static String brought(ImportType type) {
    var pending = "select customer from pending_" + type.ownId();
    return type == ImportType.CUSTOMERS
        ? pending
        : pending + " union all select customer from told_" + type.ownId();
  }

  private void settled(long run, int place, Feed.Stored stored, String known) {
    var type = stored.kind().type();
    var sql = type == ImportType.CUSTOMERS ? CUSTOMER : FACT;
    jdbc.sql(sql.replace("{fact}", type.ownId()).replace("{new_customers}", "(" + known + ")"))
        .param("import", run)
        .param("place", place)
        .param("type", type.word())
        .param("rows", stored.kind().rows())
        .param("created", stored.settled().created())
        .param("changed", stored.settled().changed())
        .param("slices", stored.settled().slices())
        .update();
  }

  private void total(long run, Kind<?> kind) {
    var type = kind.type();
    kind.totals().months().forEach(month -> add(run, month.total(type)));
    var gone = TOTALS.get(type);
    if (gone != null) {
      jdbc.sql(gone)
          .param("import", run)
          .param("type", type.word())
          .param("currency", settings.currency().getCurrencyCode())
          .param("zone", clock.getZone().getId())
          .update();
      jdbc.sql("delete from import_total where import_id = :import and orders + others = 0")
          .param("import", run)
          .update();
    }
  }

  private void add(long run, MonthTotal total) {
    jdbc.sql(
            """
            insert into import_total (import_id, type, currency, month, orders, gross, refunded, others, first_at, last_at)
            values (:import, :word, :currency, :month, :orders, :gross, :refunded, :others, :first, :last)
            """)
        .param("import", run)
        .param("word", total.type().word())
        .param("currency", total.currency())
        .param("month", total.month())
        .param("orders", total.orders())
        .param("gross", total.gross())
        .param("refunded", total.refunded())
        .param("others", total.others())
        .param("first", total.first().atOffset(ZoneOffset.UTC))
        .param("last", total.last().atOffset(ZoneOffset.UTC))
        .update();
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

  /**
   * What a kind would store in its last slice still waits; of a first load, that all of it is in
   * and whoever is to be told of it is listed.
   */
  boolean staged(long run, Part part) {
    var schema = Staging.ofRun(run).schema();
    return there(schema + ".pending_" + part.type().ownId())
        && (part.slices() == 0
            || waits(schema + ".pending_", part)
            || part.slicesDone() > 0 && waits(schema + ".told_", part));
  }

  private boolean there(String table) {
    var there = jdbc.sql("select to_regclass(:table) is not null").param("table", table);
    return there.query(Boolean.class).single();
  }

  /** Customers have no such list. */
  private boolean waits(String tables, Part part) {
    var table = tables + part.type().ownId();
    return there(table)
        && jdbc.sql("select exists (select from " + table + " where slice = :slice)")
            .param("slice", part.slices() - 1)
            .query(Boolean.class)
            .single();
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
