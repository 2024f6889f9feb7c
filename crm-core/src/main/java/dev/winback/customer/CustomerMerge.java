package dev.winback.customer;

import dev.winback.shared.BinaryRows;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Settled;
import dev.winback.shared.Sql;
import dev.winback.shared.Stages;
import dev.winback.shared.Staging;
import dev.winback.shared.Tally;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** Takes staged customers over. */
@Component
class CustomerMerge {

  private static final int CUSTOMERS_PER_SLICE = 5_000;

  private static final String TABLES = sql("staging.sql");
  private static final String REFUSE = sql("refuse.sql");
  private static final String SETTLE = sql("settle.sql");
  private static final String SETTLED = sql("settled.sql");
  private static final String KEEP_HISTORY = sql("keep-history.sql");
  private static final String CORRECT = sql("correct.sql");
  private static final String INSERT = sql("insert.sql");

  private final JdbcClient jdbc;
  private final Stages stages;
  private final BusinessClock clock;
  private final ObjectMapper json;

  CustomerMerge(JdbcClient jdbc, Stages stages, BusinessClock clock, ObjectMapper json) {
    this.jdbc = jdbc;
    this.stages = stages;
    this.clock = clock;
    this.json = json;
  }

  private static String sql(String file) {
    return Sql.of(CustomerMerge.class, file);
  }

  void open(Staging staging) {
    stages.open(staging, TABLES);
  }

  void stage(Staging staging, List<CustomerEntry> entries) {
    var rows = new BinaryRows();
    entries.forEach(entry -> add(rows, entry));
    stages.fill(staging, "copy staging_customer from stdin (format binary)", rows);
  }

  private void add(BinaryRows rows, CustomerEntry entry) {
    var fields = CustomerField.values();
    rows.row(fields.length + 4).bigint(entry.line()).text(entry.ref());
    long given = 0;
    for (var field : fields) {
      rows.value(entry.said().get(field));
      given |= entry.said().containsKey(field) ? field.bit() : 0;
    }
    rows.json(json.writeValueAsString(entry.attributes())).bigint(given);
  }

  Settled settle(Staging staging) {
    return stages.settle(staging, Map.of("size", CUSTOMERS_PER_SLICE), REFUSE, SETTLE, SETTLED);
  }

  Tally merge(Staging staging, int slice, @Nullable Long importId) {
    stages.enter(staging);
    run(KEEP_HISTORY, slice, importId);
    int changed = run(CORRECT, slice, importId);
    int created = run(INSERT, slice, importId);
    stages.leave();
    return new Tally(created, changed, 0);
  }

  void drop(Staging staging) {
    stages.drop(staging, "staging_customer");
  }

  private int run(String statement, int slice, @Nullable Long importId) {
    return jdbc.sql(statement)
        .param("slice", slice)
        .param("import", importId)
        .param("day", clock.today())
        .update();
  }
}
