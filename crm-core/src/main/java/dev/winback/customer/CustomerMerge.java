package dev.winback.customer;

import dev.winback.shared.BinaryRows;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Settled;
import dev.winback.shared.Sql;
import dev.winback.shared.Stages;
import dev.winback.shared.Stages.Overtaken;
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
class CustomerMerge implements Intake<CustomerEntry> {

  private static final int CUSTOMERS_PER_SLICE = 5_000;

  private static final String TABLES = sql("staging.sql");
  private static final String REFUSE = sql("refuse.sql");
  private static final String SETTLE = sql("settle.sql");
  private static final String SETTLED = sql("settled.sql");
  private static final String KEEP_HISTORY = sql("keep-history.sql");
  private static final String CORRECT = sql("correct.sql");
  private static final String INSERT = sql("insert.sql");
  private static final String RESTORE = sql("restore-run.sql");
  private static final String REMOVE = sql("remove-run.sql");

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

  @Override
  public void open(Staging staging) {
    stages.open(staging, TABLES);
  }

  @Override
  public void stage(Staging staging, List<CustomerEntry> entries) {
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

  @Override
  public Settled settle(Staging staging) {
    return stages.settle(staging, Map.of("size", CUSTOMERS_PER_SLICE), REFUSE, SETTLE, SETTLED);
  }

  @Override
  public Tally merge(Staging staging, int slice, @Nullable Long importId) {
    lock();
    stages.enter(staging);
    run(KEEP_HISTORY, slice, importId);
    int changed = run(CORRECT, slice, importId);
    int created = run(INSERT, slice, importId);
    stages.leave();
    return new Tally(created, changed, 0);
  }

  @Override
  public void drop(Staging staging) {
    stages.drop(staging, "customer");
  }

  @Override
  public List<Overtaken> overtaken(Staging staging, long afterLine, int limit) {
    return stages.overtaken(staging, "refused_customer", afterLine, limit);
  }

  /** One writer of facts at a time, see {@link Customers#lockFacts}. */
  private void lock() {
    jdbc.sql("select pg_advisory_xact_lock(hashtext('winback.facts'))").query().listOfRows();
  }

  @Override
  public long takeBack(long run, long fromCustomer, long untilCustomer) {
    lock();
    return takenBack(RESTORE, run, fromCustomer, untilCustomer)
        + takenBack(REMOVE, run, fromCustomer, untilCustomer);
  }

  private long takenBack(String statement, long run, long from, long until) {
    return jdbc.sql(statement)
        .param("import", run)
        .param("from", from)
        .param("until", until)
        .update();
  }

  private int run(String statement, int slice, @Nullable Long importId) {
    return jdbc.sql(statement)
        .param("slice", slice)
        .param("import", importId)
        .param("day", clock.today())
        .update();
  }
}
