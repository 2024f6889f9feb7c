package dev.winback.customer;

import dev.winback.shared.Settings;
import dev.winback.shared.Settled;
import dev.winback.shared.Stages;
import dev.winback.shared.Stages.Overtaken;
import dev.winback.shared.Staging;
import dev.winback.shared.Tally;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes staged facts over into their table. */
class FactMerge<T extends Fact> implements Intake<T> {

  private final FactTable<T> table;
  private final Tools tools;
  private final Consumer<Set<CustomerId>> recorded;
  private final String tables;
  private final String copy;
  private final String resolve;
  private final String repeated;
  private final String refuse;
  private final String settle;
  private final String settled;
  private final String refs;
  private final String keepHistory;
  private final String correct;
  private final String insert;
  private final String touched;
  private final String restore;
  private final String remove;

  /** What every merge works with. */
  record Tools(JdbcClient jdbc, Stages stages, Customers customers, Settings settings) {}

  FactMerge(FactTable<T> table, Tools tools, Consumer<Set<CustomerId>> recorded) {
    this.table = table;
    this.tools = tools;
    this.recorded = recorded;
    tables = table.sql("fact-staging.sql");
    copy = table.sql("fact-copy.sql");
    resolve = table.sql("fact-resolve.sql");
    repeated = table.sql("fact-repeated.sql");
    refuse = table.sql("fact-refuse.sql");
    settle = table.sql("fact-settle.sql");
    settled = table.sql("fact-settled.sql");
    refs = table.sql("fact-refs.sql");
    keepHistory = table.sql("fact-keep-history.sql");
    correct = table.sql("fact-correct.sql");
    insert = table.sql("fact-insert.sql");
    touched = table.sql("fact-touched.sql");
    restore = table.sql("fact-restore.sql");
    remove = table.sql("fact-remove.sql");
  }

  @Override
  public void open(Staging staging) {
    tools.stages().open(staging, tables);
  }

  @Override
  public void stage(Staging staging, List<T> facts) {
    tools.stages().fill(staging, copy, table.rows(facts));
  }

  @Override
  public Settled settle(Staging staging) {
    var figures =
        Map.of(
            "currency", tools.settings().currency().getCurrencyCode(),
            "size", table.customersPerSlice());
    return tools.stages().settle(staging, figures, resolve, repeated, refuse, settle, settled);
  }

  /** One slice of customers, in one transaction with everything that follows from it. */
  @Override
  public Tally merge(Staging staging, int slice, @Nullable Long importId) {
    tools.stages().enter(staging);
    tools.customers().lockFacts();
    tools.customers().addUnknown(refs(slice), importId);
    var customers = new HashSet<>(customers(keepHistory, slice, importId));
    int changed = run(correct, slice, importId);
    int created = run(insert, slice, importId);
    customers.addAll(customers(touched, slice, importId));
    tools.stages().leave();
    tell(customers);
    return new Tally(created, changed, 0);
  }

  private List<String> refs(int slice) {
    return tools.jdbc().sql(refs).param("slice", slice).query(String.class).list();
  }

  private List<CustomerId> customers(String statement, int slice, @Nullable Long importId) {
    return tools
        .jdbc()
        .sql(statement)
        .param("slice", slice)
        .param("import", importId)
        .query((row, n) -> new CustomerId(row.getLong(1)))
        .list();
  }

  private int run(String statement, int slice, @Nullable Long importId) {
    return tools.jdbc().sql(statement).param("slice", slice).param("import", importId).update();
  }

  private void tell(Set<CustomerId> customers) {
    if (!customers.isEmpty()) {
      recorded.accept(Set.copyOf(customers));
    }
  }

  @Override
  public List<Overtaken> overtaken(Staging staging, long afterLine, int limit) {
    return tools.stages().overtaken(staging, "refused_" + table.name(), afterLine, limit);
  }

  @Override
  public void drop(Staging staging) {
    tools.stages().drop(staging, table.name());
  }

  @Override
  public long takeBack(long run, long fromCustomer, long untilCustomer) {
    tools.customers().lockFacts();
    var touched = new HashSet<CustomerId>();
    int restored = takenBack(restore, run, fromCustomer, untilCustomer, touched);
    int removed = takenBack(remove, run, fromCustomer, untilCustomer, touched);
    tell(touched);
    return (long) restored + removed;
  }

  /** Each row names the customers it touches. */
  private int takenBack(
      String statement, long run, long from, long until, Set<CustomerId> touched) {
    var rows =
        tools
            .jdbc()
            .sql(statement)
            .param("import", run)
            .param("from", from)
            .param("until", until)
            .query(
                (row, n) -> {
                  for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    touched.add(new CustomerId(row.getLong(i)));
                  }
                  return n;
                })
            .list();
    return rows.size();
  }
}
