package dev.winback.customer;

import dev.winback.customer.FactMerge.Tools;
import dev.winback.shared.BinaryRows;
import dev.winback.shared.Settled;
import dev.winback.shared.Sql;
import dev.winback.shared.Staging;
import dev.winback.shared.Tally;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A large file into an empty table: its rows are copied into it without indexes, which are built
 * behind them in the same transaction (speed.md: 2.9 bare copies instead of 18.6). Whoever reads
 * the table meanwhile waits; a kill leaves it empty.
 */
class FirstLoad {

  private static final String INDEXES = Sql.of(FirstLoad.class, "indexes.sql");

  private final FactTable<?> table;
  private final Tools tools;

  FirstLoad(FactTable<?> table, Tools tools) {
    this.table = table;
    this.tools = tools;
  }

  private record Index(String down, String up) {}

  boolean fits() {
    return tools.jdbc().sql(table.sql("fact-first-fits.sql")).query(Boolean.class).single();
  }

  /** Lists those who will be told of it, behind the slices of the rest. */
  Settled tell(Staging staging, Settled rest, long rows, BitSet named, KnownCustomers customers) {
    tools.stages().enter(staging);
    tools
        .copy()
        .in(
            "copy told_" + table.name() + " from stdin (format binary)",
            told -> list(told, rest.slices(), named, customers));
    tools.stages().leave(staging);
    tools.stages().work(staging, table.sql("fact-first-tell.sql"));
    int slices = (named.cardinality() + table.customersPerSlice() - 1) / table.customersPerSlice();
    return new Settled(
        rest.created() + rows, rest.changed(), rest.slices() + slices, rest.refused());
  }

  private void list(BinaryRows told, int slice, BitSet named, KnownCustomers customers) {
    int listed = 0;
    for (int place = named.nextSetBit(0); place >= 0; place = named.nextSetBit(place + 1)) {
      long id = customers.id(place);
      told.row(4).integer(slice + listed++ / table.customersPerSlice()).integer(place);
      told.utf8(customers.number(place));
      if (id > 0) {
        told.bigint(id);
      } else {
        told.nothing();
      }
    }
  }

  /** So many rows at most; whoever was erased since the settlement has none. */
  Tally store(
      Staging staging,
      @Nullable Long importId,
      KnownCustomers customers,
      long rows,
      Consumer<FirstRows> baskets) {
    tools.stages().enter(staging);
    addMissing(importId, customers);
    var indexes = tools.jdbc().sql(INDEXES).param("table", table.name()).query(Index.class).list();
    indexes.forEach(index -> run(index.down()));
    long id = firstId(rows);
    var merged = merged();
    long created =
        tools
            .copy()
            .in(
                table.sql("fact-first-copy.sql"),
                into ->
                    baskets.accept(
                        new FirstRows(into, customers, merged, importId, table.bits().length, id)));
    // sorting in pieces that stay in the processor's cache is a third cheaper than in one large one
    run("set local maintenance_work_mem = '32MB'");
    run("set local max_parallel_maintenance_workers = 0");
    indexes.forEach(index -> run(index.up()));
    tools.stages().leave(staging);
    return new Tally(created, 0, 0);
  }

  private long firstId(long rows) {
    var ids = table.sql("fact-first-ids.sql");
    return tools.jdbc().sql(ids).param("rows", rows).query(Long.class).single();
  }

  private Map<Long, Long> merged() {
    var merged = new HashMap<Long, Long>();
    tools
        .jdbc()
        .sql("select id, merged_into from customer where merged_into is not null")
        .query(
            row -> {
              merged.put(row.getLong(1), row.getLong(2));
            });
    return merged;
  }

  private void addMissing(@Nullable Long importId, KnownCustomers customers) {
    tools.jdbc().sql(table.sql("fact-first-missing.sql")).param("import", importId).update();
    tools
        .copy()
        .out(
            table.sql("fact-first-found.sql"),
            rows -> {
              while (rows.next()) {
                customers.know((int) rows.bigint(), rows.bigint());
              }
            });
  }

  void undo(Staging staging) {
    tools.stages().work(staging, table.sql("fact-first-undo.sql"));
  }

  private void run(String statement) {
    tools.jdbc().sql(statement).update();
  }
}
