package dev.winback.customer;

import dev.winback.shared.BinaryRows;
import dev.winback.shared.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The columns of one table of facts, from which the statements of its merge are written; the first
 * column is the time of the fact.
 */
public final class FactTable<T extends Fact> {

  /** Stands for the firm's currency where a row does not say its own. */
  public static final String FIRM_CURRENCY = ":currency";

  /** Line, customer, what was said, and then what tells facts and versions apart. */
  static final int HEAD = 3;

  static final int KEY = 3;

  private static final List<String> FRONT =
      List.of("line", "customer", "given", "source", "external_id", "told_at");

  private final String name;
  private final int customersPerSlice;
  private final List<FactColumn<T>> columns = new ArrayList<>();
  private int optional;
  private @Nullable FactColumn<T> ended;
  private boolean bringsBack;

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
    columns.add(new FactColumn<>(column, type, 0, null, null, write));
    return this;
  }

  /** A column that a row may leave unsaid. */
  public FactTable<T> optional(String column, String type, BiConsumer<BinaryRows, T> write) {
    return optional(column, type, null, write);
  }

  /** A column that a row may leave unsaid, with what it means then in a new fact. */
  public FactTable<T> optional(
      String column, String type, @Nullable Object fallback, BiConsumer<BinaryRows, T> write) {
    columns.add(new FactColumn<>(column, type, 1L << optional++, fallback, null, write));
    return this;
  }

  /** What is stored (f) stays in the column before where this is so of it and what is said (s). */
  public FactTable<T> stayingWhere(String condition) {
    int last = columns.size() - 1;
    columns.set(last, columns.get(last).stayingWhere(condition));
    return this;
  }

  /** The column before tells when the fact was over, which is not before it began. */
  public FactTable<T> ends() {
    ended = columns.get(columns.size() - 1);
    return this;
  }

  /** Who was erased is a new customer by such a fact of a later day. */
  public FactTable<T> bringsBack() {
    bringsBack = true;
    return this;
  }

  boolean hasEnd() {
    return ended != null;
  }

  String name() {
    return name;
  }

  int customersPerSlice() {
    return customersPerSlice;
  }

  /** For each column the bit by which a row says that it tells it; 0 when every row does. */
  long[] bits() {
    return columns.stream().mapToLong(FactColumn::bit).toArray();
  }

  /** The named file with this table's columns in the places of the braces. */
  String sql(String file) {
    return Sql.of(FactTable.class, file)
        .replace("{fact}", name)
        .replace("{erased}", erased())
        .replace("{newest}", bringsBack ? "max({time})" : "null::timestamptz")
        .replace("{time}", columns.get(0).name())
        .replace("{ended}", ended == null ? "" : ended.name())
        .replace("{ended_bit}", ended == null ? "" : Long.toString(ended.bit()))
        .replace("{definitions}", list("  ", c -> c.name() + " " + c.type(), ",\n"))
        .replace("{columns}", names(""))
        .replace("{s.columns}", names("s."))
        .replace("{w.columns}", names("w."))
        .replace("{filled}", list("", FactColumn::filled, ", "))
        .replace("{stored_columns}", list("", FactColumn::stored, ", "))
        .replace("{was}", list("", c -> "f." + c.name() + " as was_" + c.name(), ", "))
        .replace("{was_columns}", names("was_"))
        .replace("{changes}", list("", c -> c.name() + " = s." + c.name(), ", "));
  }

  /** What is told of an erased person too late, or before anything has brought him back. */
  private String erased() {
    var before = columns.get(0).type().equals("timestamptz") ? "s.{time} < e.until" : "false";
    return bringsBack ? before : before + " or e.back_id is null";
  }

  private String names(String prefix) {
    return list(prefix, FactColumn::name, ", ");
  }

  private String list(String prefix, Function<FactColumn<T>, String> written, String separator) {
    return columns.stream()
        .map(column -> prefix + written.apply(column))
        .collect(Collectors.joining(separator));
  }

  /** As they are staged; what a row does not say has the value that it means in a new fact. */
  BinaryRows rows(List<T> facts, String currency) {
    var rows = new BinaryRows();
    long line = 0;
    for (var fact : facts) {
      rows.row(HEAD + KEY + columns.size());
      // a call does not number its facts
      rows.bigint(fact.line() == 0 ? ++line : fact.line())
          .text(fact.customer())
          .bigint(fact.givenBits());
      rows.text(fact.source()).text(fact.externalId()).moment(fact.toldAt());
      for (var column : columns) {
        column.write(rows, fact, currency);
      }
    }
    return rows;
  }

  /**
   * Writes a row as {@link #rows} does, of what is told column by column: no fact is made of it.
   */
  Consumer<BinaryRows> row(Map<String, Consumer<BinaryRows>> told, String currency) {
    var writers = new ArrayList<Consumer<BinaryRows>>();
    FRONT.forEach(name -> writers.add(Objects.requireNonNull(told.get(name), name)));
    columns.forEach(
        column ->
            writers.add(
                column.told(
                    Objects.requireNonNull(told.get(column.name()), column.name()), currency)));
    return rows -> {
      rows.row(writers.size());
      writers.forEach(writer -> writer.accept(rows));
    };
  }
}
