package dev.winback.customer;

import dev.winback.customer.FactMerge.Tools;
import dev.winback.shared.Settled;
import dev.winback.shared.Sql;
import dev.winback.shared.Staging;
import dev.winback.shared.Tally;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A large batch into an empty table: stored by one statement without indexes, which are built
 * behind it in the same transaction (speed.md: 2.9 bare copies instead of 18.6). Whoever reads the
 * table meanwhile waits; a kill leaves it empty.
 */
class FirstLoad {

  private static final String INDEXES = Sql.of(FirstLoad.class, "indexes.sql");

  private final FactTable<?> table;
  private final Tools tools;
  private final String fits;
  private final String settle;
  private final String pending;
  private final String undo;
  private final String find;
  private final String settled;
  private final String numberBack;
  private final String unknown;
  private final String insert;
  private final String touched;

  FirstLoad(FactTable<?> table, Tools tools) {
    this.table = table;
    this.tools = tools;
    fits = table.sql("fact-first-fits.sql");
    settle = table.sql("fact-first-settle.sql");
    // a view takes no parameters
    pending = table.sql("fact-first-pending.sql").replace(":currency", "'" + currency() + "'");
    undo = table.sql("fact-first-undo.sql");
    find = table.sql("fact-first-find.sql");
    settled = table.sql("fact-first-settled.sql");
    numberBack = table.sql("fact-first-number-back.sql");
    unknown = table.sql("fact-first-unknown.sql");
    insert = table.sql("fact-first-insert.sql");
    touched = table.sql("fact-first-touched.sql");
  }

  private String currency() {
    return tools.settings().currency().getCurrencyCode();
  }

  private record Index(String down, String up) {}

  boolean fits(Staging staging) {
    return tools.stages().ask(staging, jdbc -> jdbc.sql(fits).query(Boolean.class).single());
  }

  Settled settle(Staging staging, Map<String, ?> figures, String... before) {
    var statements = Stream.concat(Stream.of(before), Stream.of(settle, pending, find, settled));
    return tools.stages().settle(staging, figures, statements.toArray(String[]::new));
  }

  /** The batch was settled as a first load. */
  boolean settled(Staging staging) {
    var asked = "select exists (select from first_" + table.name() + ")";
    return tools.stages().ask(staging, jdbc -> jdbc.sql(asked).query(Boolean.class).single());
  }

  boolean stillEmpty() {
    return tools
        .jdbc()
        .sql("select not exists (select from " + table.name() + ")")
        .query(Boolean.class)
        .single();
  }

  void undo(Staging staging) {
    tools.stages().work(staging, undo);
  }

  Tally store(Staging staging, @Nullable Long importId) {
    tools.stages().enter(staging);
    tools.jdbc().sql(numberBack).param("import", importId).update();
    tools.jdbc().sql(unknown).param("import", importId).update();
    var indexes = indexes();
    indexes.forEach(index -> run(index.down()));
    int created =
        tools.jdbc().sql(insert).param("import", importId).param("currency", currency()).update();
    run("set local maintenance_work_mem = '256MB'");
    indexes.forEach(index -> run(index.up()));
    tools.stages().leave();
    return new Tally(created, 0, 0);
  }

  private List<Index> indexes() {
    return tools.jdbc().sql(INDEXES).param("table", table.name()).query(Index.class).list();
  }

  private void run(String statement) {
    tools.jdbc().sql(statement).update();
  }

  /** Statement that finds the customers of a slice. */
  String touched() {
    return touched;
  }
}
