package dev.winback.customer;

import dev.winback.shared.BinaryRows;
import dev.winback.shared.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The columns of one table of facts, from which the statements of its merge are written; the first
 * column is the time of the fact.
 */
public final class FactTable<T extends Fact> {

  private final String name;
  private final int customersPerSlice;
  private final List<Column<T>> columns = new ArrayList<>();
  private int optional;

  private record Column<T>(
      String name, String type, long bit, String fallback, BiConsumer<BinaryRows, T> write) {

    /** What a row says, else what is stored, else the fallback. */
    String filled() {
      return bit == 0
          ? "s." + name
          : "coalesce(case when s.given & %d <> 0 then s.%s else f.%s end, %s) as %s"
              .formatted(bit, name, name, fallback, name);
    }

    String firstAs() {
      return first() + " as " + name;
    }

    /** What a row says, else the fallback. */
    String first() {
      return bit == 0
          ? "s." + name
          : "coalesce(case when s.given & %d <> 0 then s.%s end, %s)"
              .formatted(bit, name, fallback);
    }
  }

  private FactTable(String name, int customersPerSlice) {
    this.name = name;
    this.customersPerSlice = customersPerSlice;
  }

  /** A merge, and so its event, has at most so many customers. */
  public static <T extends Fact> FactTable<T> of(String name, int customersPerSlice) {
    return new FactTable<>(name, customersPerSlice);
  }

  /** A column that every row tells; the type as PostgreSQL calls it. */
  public FactTable<T> column(String column, String type, BiConsumer<BinaryRows, T> write) {
    columns.add(new Column<>(column, type, 0, "null", write));
    return this;
  }

  /** A column that a row may leave unsaid; the fallback is SQL and may be a named figure. */
  public FactTable<T> optional(
      String column, String type, String fallback, BiConsumer<BinaryRows, T> write) {
    columns.add(new Column<>(column, type, 1L << optional++, fallback, write));
    return this;
  }

  String name() {
    return name;
  }

  int customersPerSlice() {
    return customersPerSlice;
  }

  /** The named file with this table's columns in the places of the braces. */
  String sql(String file) {
    return Sql.of(FactTable.class, file)
        .replace("{last}", Sql.of(FactTable.class, "fact-last.sql"))
        .replace("{fact}", name)
        .replace("{time}", columns.get(0).name())
        .replace("{definitions}", list("  ", c -> c.name() + " " + c.type(), ",\n"))
        .replace("{columns}", names(""))
        .replace("{s.columns}", names("s."))
        .replace("{w.columns}", names("w."))
        .replace("{first}", list("", Column::first, ", "))
        .replace("{first_columns}", list("", Column::firstAs, ", "))
        .replace("{filled}", list("", Column::filled, ", "))
        .replace("{was}", list("", c -> "f." + c.name() + " as was_" + c.name(), ", "))
        .replace("{was_columns}", names("was_"))
        .replace("{changes}", list("", c -> c.name() + " = s." + c.name(), ", "));
  }

  private String names(String prefix) {
    return list(prefix, Column::name, ", ");
  }

  private String list(String prefix, Function<Column<T>, String> written, String separator) {
    return columns.stream()
        .map(column -> prefix + written.apply(column))
        .collect(Collectors.joining(separator));
  }

  BinaryRows rows(List<T> facts) {
    var rows = new BinaryRows();
    for (var fact : facts) {
      rows.row(columns.size() + 6).bigint(fact.line()).text(fact.customer()).text(fact.source());
      rows.text(fact.externalId()).moment(fact.toldAt()).bigint(fact.givenBits());
      columns.forEach(column -> column.write().accept(rows, fact));
    }
    return rows;
  }
}
