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
  private final FirstLoad first;
  private final TakeBack takeBack;
  private final String tables;
  private final String copy;
  private final String resolve;
  private final String repeated;
  private final String refuse;
  private final String settle;
  private final String find;
  private final String numberBack;
  private final String settled;
  private final String refs;
  private final String keepHistory;
  private final String correct;
  private final String insert;
  private final String touched;

  /** What every merge works with. */
  record Tools(JdbcClient jdbc, Stages stages, Customers customers, Settings settings) {}

  FactMerge(FactTable<T> table, Tools tools, Consumer<Set<CustomerId>> recorded) {
    this.table = table;
    this.tools = tools;
    this.recorded = recorded;
    first = new FirstLoad(table, tools);
    tables = table.sql("fact-staging.sql");
    copy = table.sql("fact-copy.sql");
    resolve = table.sql("fact-resolve.sql");
    repeated = table.sql("fact-repeated.sql");
    refuse = table.sql("fact-refuse.sql");
    settle = table.sql("fact-settle.sql");
    find = table.sql("fact-find.sql");
    numberBack = table.sql("fact-number-back.sql");
    settled = table.sql("fact-settled.sql");
    refs = table.sql("fact-refs.sql");
    keepHistory = table.sql("fact-keep-history.sql");
    correct = table.sql("fact-correct.sql");
    insert = table.sql("fact-insert.sql");
    touched = table.sql("fact-touched.sql");
    takeBack = new TakeBack(table, tools.jdbc());
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
    var figures = figures();
    if (staging.schema() == null) {
      return tools.stages().settle(staging, figures, resolve, repeated, refuse, settle, settled);
    }
    return first.fits(staging)
        ? first.settle(staging, figures, resolve, repeated, refuse)
        : settleAll(staging);
  }

  private Settled settleAll(Staging staging) {
    return tools
        .stages()
        .settle(staging, figures(), resolve, repeated, refuse, settle, find, settled);
  }

  private Map<String, Object> figures() {
    return Map.of(
        "currency", tools.settings().currency().getCurrencyCode(),
        "size", table.customersPerSlice());
  }

  /** One slice of customers, in one transaction with everything that follows from it. */
  @Override
  public Tally merge(Staging staging, int slice, @Nullable Long importId) {
    if (staging.schema() != null && first.settled(staging)) {
      return mergeFirst(staging, slice, importId);
    }
    return mergeSlice(staging, slice, importId);
  }

  /** Everything in slice 0; the others only tell of the customers, not too many at once. */
  private Tally mergeFirst(Staging staging, int slice, @Nullable Long importId) {
    tools.customers().lockFacts();
    if (slice > 0) {
      tools.stages().enter(staging);
      var customers = customers(first.touched(), slice, importId);
      tools.stages().leave();
      tell(Set.copyOf(customers));
      return Tally.NONE;
    }
    return first.stillEmpty() ? first.store(staging, importId) : mergeAll(staging, importId);
  }

  /** Somebody was quicker and the table is no longer empty: the usual way, at once. */
  private Tally mergeAll(Staging staging, @Nullable Long importId) {
    first.undo(staging);
    int slices = settleAll(staging).slices();
    var tally = Tally.NONE;
    for (int slice = 0; slice < slices; slice++) {
      tally = tally.plus(mergeSlice(staging, slice, importId));
    }
    return tally;
  }

  private Tally mergeSlice(Staging staging, int slice, @Nullable Long importId) {
    tools.stages().enter(staging);
    tools.customers().lockFacts();
    run(numberBack, slice, importId);
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
  public long takeBack(RunBack back, long fromCustomer, long untilCustomer) {
    tools.customers().lockFacts();
    var touched = new HashSet<CustomerId>();
    long rows = takeBack.take(back, fromCustomer, untilCustomer, touched);
    tell(touched);
    return rows;
  }
}
