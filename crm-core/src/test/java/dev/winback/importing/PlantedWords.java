package dev.winback.importing;

import dev.winback.customer.CustomerId;
import dev.winback.privacy.Disclosures;
import dev.winback.shared.Sql;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A word in each column of words of the rows that the map of the data finds of a customer. */
final class PlantedWords {

  /** Where words stand in what has a form of its own; elsewhere any place is as good. */
  private static final Map<String, String> SHAPES =
      Map.of(
          "webhook_delivery.body", "{\"data\": {\"ref\": \"%\"}}",
          "lapse_event.detail", "{\"reason\": \"%\", \"was_override\": \"%\"}",
          "lapse_merge.was", "{\"assignment\": {\"override_reason\": \"%\"}}",
          "lapse_merge.became", "{\"closing\": {\"close_reason\": \"%\"}}");

  private final JdbcClient jdbc;
  private final String word;

  /** How the rows of a customer are found, by table; a new table has no build without a line. */
  private final Map<String, String> reaches = new LinkedHashMap<>();

  PlantedWords(JdbcClient jdbc, String word) {
    this.jdbc = jdbc;
    this.word = word;
    Sql.of(Disclosures.class, "tables.tsv")
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("\t"))
        .filter(cells -> !cells[1].equals("-"))
        .forEach(cells -> reaches.put(cells[0], cells[1]));
    reaches.put("customer_row", "t.id = any (:ids)");
    reaches.put("lost_row", "t.customer_id = any (:ids)");
    reaches.put("pin_note", "t.customer_id = any (:ids)");
  }

  record Column(String table, String column, String type) {
    String name() {
      return table + "." + column;
    }
  }

  List<Column> columns() {
    return jdbc
        .sql(
            """
            select c.relname as table, a.attname as column, format_type(a.atttypid, null) as type
            from pg_class c
            join pg_attribute a on a.attrelid = c.oid
            where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0
              and a.attgenerated = '' and format_type(a.atttypid, null) in ('text', 'jsonb', 'text[]', 'bytea')
            order by 1, 2
            """)
        .query(Column.class)
        .list()
        .stream()
        .filter(column -> reaches.containsKey(column.table()))
        .toList();
  }

  /** Where a check of the table takes no word, none can be stored. */
  boolean planted(Column column, CustomerId customer) {
    var value =
        switch (column.type()) {
          case "jsonb" -> "replace('%s', '%%', :word)::jsonb".formatted(shape(column));
          case "text[]" -> "array[:word]::text[]";
          case "bytea" -> "convert_to(:word, 'UTF8')";
          default -> ":word";
        };
    try {
      return jdbc.sql(
                  "update %1$s set %2$s = %3$s where ctid = (select min(t.ctid) from %1$s t where %4$s)"
                      .formatted(
                          column.table(), column.column(), value, reaches.get(column.table())))
              .param("word", word)
              .param("ids", new Long[] {customer.value()})
              .update()
          > 0;
    } catch (DataAccessException forbidden) {
      return false;
    }
  }

  private static String shape(Column column) {
    return SHAPES.getOrDefault(column.name(), "{\"ref\": \"%\"}");
  }

  /** Tables in which no column took the word. */
  Set<String> without(Set<String> planted) {
    var tables =
        columns().stream().map(Column::table).collect(Collectors.toCollection(TreeSet::new));
    planted.forEach(column -> tables.remove(column.substring(0, column.indexOf('.'))));
    return tables;
  }
}
