package dev.winback.contact;

import dev.winback.customer.Customers;
import dev.winback.shared.BinaryRows;
import dev.winback.shared.Settled;
import dev.winback.shared.Sql;
import dev.winback.shared.Stages;
import dev.winback.shared.Staging;
import dev.winback.shared.Tally;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes staged contacts over into the facts. */
@Component
class ContactMerge {

  private static final int CUSTOMERS_PER_SLICE = 5_000;

  private static final String TABLES = sql("staging.sql");
  private static final String REFUSE = sql("refuse.sql");
  private static final String SETTLE = sql("settle.sql");
  private static final String SETTLED = sql("settled.sql");
  private static final String CORRECT = sql("correct.sql");
  private static final String INSERT = sql("insert.sql");

  private final JdbcClient jdbc;
  private final Stages stages;
  private final Customers customers;

  ContactMerge(JdbcClient jdbc, Stages stages, Customers customers) {
    this.jdbc = jdbc;
    this.stages = stages;
    this.customers = customers;
  }

  private static String sql(String file) {
    return Sql.of(ContactMerge.class, file);
  }

  void open(Staging staging) {
    stages.open(staging, TABLES);
  }

  void stage(Staging staging, List<Contact> contacts) {
    var rows = new BinaryRows();
    contacts.forEach(contact -> add(rows, contact));
    stages.fill(staging, "copy staging_contact from stdin (format binary)", rows);
  }

  private static void add(BinaryRows rows, Contact c) {
    rows.row(13).bigint(c.line()).text(c.customer()).text(c.source()).text(c.externalId());
    rows.moment(c.time()).text(c.channel().name().toLowerCase(Locale.ROOT));
    rows.text(c.incoming() ? "in" : "out").bigint(c.member()).text(c.result());
    rows.bool(c.reached()).bool(c.agreed()).bool(c.asksReply()).text(c.note());
  }

  Settled settle(Staging staging) {
    return stages.settle(staging, Map.of("size", CUSTOMERS_PER_SLICE), REFUSE, SETTLE, SETTLED);
  }

  Tally merge(Staging staging, int slice, @Nullable Long importId) {
    stages.enter(staging);
    customers.lockFacts();
    customers.addUnknown(refs(slice), importId);
    int changed = run(CORRECT, slice, importId);
    int created = run(INSERT, slice, importId);
    stages.leave();
    return new Tally(created, changed, 0);
  }

  private List<String> refs(int slice) {
    return jdbc.sql("select distinct customer from staging_pending where slice = :slice")
        .param("slice", slice)
        .query(String.class)
        .list();
  }

  private int run(String statement, int slice, @Nullable Long importId) {
    return jdbc.sql(statement).param("slice", slice).param("import", importId).update();
  }

  void drop(Staging staging) {
    stages.drop(staging, "staging_contact");
  }
}
