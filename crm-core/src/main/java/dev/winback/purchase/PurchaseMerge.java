package dev.winback.purchase;

import dev.winback.customer.CustomerId;
import dev.winback.customer.Customers;
import dev.winback.shared.BinaryRows;
import dev.winback.shared.Settings;
import dev.winback.shared.Settled;
import dev.winback.shared.Sql;
import dev.winback.shared.Stages;
import dev.winback.shared.Staging;
import dev.winback.shared.Tally;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes staged purchases over into the facts. */
@Component
class PurchaseMerge {

  /** Customers in one merge, and so in one event: nothing that listens loads more at once. */
  private static final int CUSTOMERS_PER_SLICE = 2_000;

  private static final String TABLES = sql("staging.sql");
  private static final String REFUSE = sql("refuse.sql");
  private static final String SETTLE = sql("settle.sql");
  private static final String SETTLED = sql("settled.sql");
  private static final String KEEP_HISTORY = sql("keep-history.sql");
  private static final String CORRECT = sql("correct.sql");
  private static final String INSERT = sql("insert.sql");
  private static final String TOUCHED = sql("touched.sql");

  private final JdbcClient jdbc;
  private final Stages stages;
  private final Customers customers;
  private final Settings settings;
  private final ApplicationEventPublisher events;

  PurchaseMerge(
      JdbcClient jdbc,
      Stages stages,
      Customers customers,
      Settings settings,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.stages = stages;
    this.customers = customers;
    this.settings = settings;
    this.events = events;
  }

  private static String sql(String file) {
    return Sql.of(PurchaseMerge.class, file);
  }

  void open(Staging staging) {
    stages.open(staging, TABLES);
  }

  void stage(Staging staging, List<Purchase> purchases) {
    var rows = new BinaryRows();
    purchases.forEach(purchase -> add(rows, purchase));
    stages.fill(staging, "copy staging_purchase from stdin (format binary)", rows);
  }

  private static void add(BinaryRows rows, Purchase p) {
    rows.row(15).bigint(p.line()).text(p.customer()).text(p.source()).text(p.externalId());
    rows.moment(p.time()).numeric(p.amount()).text(p.currency()).numeric(p.margin());
    rows.text(p.status() == null ? null : p.status().name().toLowerCase(Locale.ROOT));
    rows.numeric(p.refunded()).integer(p.units()).text(p.items()).text(p.coupon());
    rows.bigint(p.member()).integer(p.givenBits());
  }

  Settled settle(Staging staging) {
    var figures =
        Map.of("currency", settings.currency().getCurrencyCode(), "size", CUSTOMERS_PER_SLICE);
    return stages.settle(staging, figures, REFUSE, SETTLE, SETTLED);
  }

  /** One slice of customers, in one transaction with everything that follows from it. */
  Tally merge(Staging staging, int slice, @Nullable Long importId) {
    stages.enter(staging);
    customers.lockFacts();
    customers.addUnknown(refs(slice), importId);
    var touched = new HashSet<>(keepHistory(slice, importId));
    int changed = run(CORRECT, slice, importId);
    int created = run(INSERT, slice, importId);
    touched.addAll(touched(slice));
    stages.leave();
    publish(touched);
    return new Tally(created, changed, 0);
  }

  private List<String> refs(int slice) {
    return jdbc.sql("select distinct customer from staging_pending where slice = :slice")
        .param("slice", slice)
        .query(String.class)
        .list();
  }

  private List<CustomerId> keepHistory(int slice, @Nullable Long importId) {
    return jdbc.sql(KEEP_HISTORY)
        .param("slice", slice)
        .param("import", importId)
        .query((row, n) -> new CustomerId(row.getLong(1)))
        .list();
  }

  private int run(String statement, int slice, @Nullable Long importId) {
    return jdbc.sql(statement).param("slice", slice).param("import", importId).update();
  }

  private List<CustomerId> touched(int slice) {
    return jdbc.sql(TOUCHED)
        .param("slice", slice)
        .query((row, n) -> new CustomerId(row.getLong(1)))
        .list();
  }

  private void publish(Set<CustomerId> touched) {
    if (!touched.isEmpty()) {
      events.publishEvent(new PurchasesRecorded(Set.copyOf(touched)));
    }
  }

  void drop(Staging staging) {
    stages.drop(staging, "staging_purchase");
  }
}
