package dev.winback.customer;

import dev.winback.customer.FactMerge.Tools;
import dev.winback.shared.BinaryRows;
import dev.winback.shared.Settled;
import dev.winback.shared.Stages.Overtaken;
import dev.winback.shared.Staging;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds what staged facts would change; nothing is written to their table yet. */
class FactSettlement {

  private final String name;
  private final int customersPerSlice;
  private final Tools tools;
  private final String tables;
  private final String copy;
  private final List<String> sort;
  private final String few;
  private final String look;
  private final String read;
  private final String find;
  private final String settled;

  FactSettlement(FactTable<?> table, Tools tools) {
    this.tools = tools;
    name = table.name();
    customersPerSlice = table.customersPerSlice();
    tables = table.sql("fact-staging.sql");
    copy = table.sql("fact-copy.sql");
    sort =
        Stream.of(
                "fact-resolve.sql",
                "fact-repeated.sql",
                "fact-refuse.sql",
                table.hasEnd() ? "fact-ended.sql" : "",
                "fact-go.sql")
            .filter(file -> !file.isEmpty())
            .map(file -> table.sql(file).replace("{stored}", table.sql("fact-look-up.sql")))
            .toList();
    few = table.sql("fact-few.sql");
    look = table.sql("fact-settle.sql").replace("{stored}", table.sql("fact-look-up.sql"));
    read = table.sql("fact-settle.sql").replace("{stored}", table.sql("fact-read.sql"));
    find = table.sql("fact-find.sql");
    settled = table.sql("fact-settled.sql");
  }

  void open(Staging staging) {
    tools.stages().open(staging, tables);
  }

  void stage(Staging staging, BinaryRows rows) {
    tools.stages().fill(staging, copy, rows);
  }

  void stage(Staging staging, List<BinaryRows> pieces) {
    tools.stages().enter(staging);
    tools.copy().in(copy, into -> pieces.forEach(into::all));
    tools.stages().leave(staging);
  }

  String copy() {
    return copy;
  }

  /** The slices are counted from the given one on. */
  Settled settle(Staging staging, int first) {
    Map<String, Object> figures =
        Map.of(
            "currency",
            tools.currency(),
            "size",
            customersPerSlice,
            "first",
            first,
            "zone",
            tools.settings().firmZone().getId());
    var stages = tools.stages();
    stages.look(staging);
    stages.run(staging, figures, sort);
    var settle = few(staging) ? look : read;
    return staging.schema() == null
        ? stages.count(staging, figures, settle, settled)
        : stages.count(staging, figures, settle, find, settled);
  }

  /** Each row is looked up, instead of reading the whole table once. */
  private boolean few(Staging staging) {
    return staging.schema() == null
        || tools.stages().ask(staging, jdbc -> jdbc.sql(few).query(Boolean.class).single());
  }

  List<Overtaken> overtaken(Staging staging, long afterLine, int limit) {
    return tools.stages().overtaken(staging, "refused_" + name, afterLine, limit);
  }
}
