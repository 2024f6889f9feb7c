package dev.winback.customer;

import dev.winback.shared.BinaryRows;
import dev.winback.shared.Copy;
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
class FactMerge<T extends Fact> implements FactIntake<T> {

  private final FactTable<T> table;
  private final Tools tools;
  private final Consumer<Set<CustomerId>> recorded;
  private final FactSettlement settlement;
  private final LargeWays ways;
  private final TakeBack takeBack;
  private final String numberBack;
  private final String unknown;
  private final String findCustomers;
  private final String keepHistory;
  private final String correct;
  private final String insert;
  private final String stored;
  private final String told;

  /** What every merge works with. */
  record Tools(JdbcClient jdbc, Stages stages, Copy copy, Customers customers, Settings settings) {

    String currency() {
      return settings.currency().getCurrencyCode();
    }
  }

  FactMerge(FactTable<T> table, Tools tools, Consumer<Set<CustomerId>> recorded) {
    this.table = table;
    this.tools = tools;
    this.recorded = recorded;
    settlement = new FactSettlement(table, tools);
    ways = new LargeWays(table, tools);
    takeBack = new TakeBack(table, tools.jdbc());
    numberBack = table.sql("fact-number-back.sql");
    unknown = table.sql("fact-unknown.sql");
    findCustomers = table.sql("fact-find-customers.sql");
    keepHistory = table.sql("fact-keep-history.sql");
    correct = table.sql("fact-correct.sql");
    insert = table.sql("fact-insert.sql");
    stored = table.sql("fact-stored.sql");
    told = table.sql("fact-told.sql");
  }

  @Override
  public void open(Staging staging) {
    settlement.open(staging);
  }

  @Override
  public @Nullable LargeBatch<T> large(Staging staging, long rows) {
    return ways.fit(rows)
        ? new LargeBatch<>(this::written, table, tools, settlement, staging, rows)
        : null;
  }

  @Override
  public void stage(Staging staging, List<T> facts) {
    settlement.stage(staging, written(facts));
  }

  @Override
  public void stageWritten(Staging staging, List<BinaryRows> pieces) {
    settlement.stage(staging, pieces);
  }

  @Override
  public Consumer<BinaryRows> row(Map<String, Consumer<BinaryRows>> columns) {
    return table.row(columns, tools.currency());
  }

  @Override
  public BinaryRows written(List<T> facts) {
    return table.rows(facts, tools.currency());
  }

  @Override
  public Settled settle(Staging staging) {
    return settlement.settle(staging, 0);
  }

  /** One slice of customers, in one transaction with everything that follows from it. */
  @Override
  public Tally merge(Staging staging, int slice, @Nullable Long importId) {
    tools.customers().lockFacts();
    tools.stages().enter(staging);
    if (staging.schema() == null) {
      leaveStored(slice);
    }
    numbersBack(slice, importId);
    addUnknown(slice, importId);
    var touched = new HashSet<>(customers(keepHistory, slice, importId));
    var changed = customers(correct, slice, importId);
    var created = customers(insert, slice, importId);
    touched.addAll(changed);
    touched.addAll(created);
    touched.addAll(customers(told, slice, importId));
    tools.stages().leave(staging);
    tell(touched);
    return new Tally(created.size(), changed.size(), 0);
  }

  private void leaveStored(int slice) {
    tools.jdbc().sql(stored).param("slice", slice).update();
  }

  @Override
  public void again(Staging staging, int slice) {
    tools.customers().lockFacts();
    tools.stages().enter(staging);
    leaveStored(slice);
    tools.stages().leave(staging);
  }

  private void numbersBack(int slice, @Nullable Long importId) {
    tools.jdbc().sql(numberBack).param("slice", slice).param("import", importId).update();
  }

  private void addUnknown(int slice, @Nullable Long importId) {
    var named = tools.jdbc().sql(unknown).param("slice", slice).query(Named.class).list();
    if (!named.isEmpty()) {
      tools.customers().addUnknown(named, importId);
      tools
          .jdbc()
          .sql(findCustomers)
          .params(Map.of("slice", slice, "refs", Named.refs(named)))
          .update();
    }
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

  private void tell(Set<CustomerId> customers) {
    if (!customers.isEmpty()) {
      recorded.accept(Set.copyOf(customers));
    }
  }

  @Override
  public List<Overtaken> overtaken(Staging staging, long afterLine, int limit) {
    return settlement.overtaken(staging, afterLine, limit);
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
