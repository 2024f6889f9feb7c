package dev.winback.privacy;

import dev.winback.shared.Sql;
import java.util.List;

/** What each table holds of a customer and how long it is kept: {@code tables.tsv}. */
final class DataMap {

  /** Columns of ours that say nothing of anybody. */
  static final List<String> TECHNICAL =
      List.of("touched", "owner_key", "version", "node", "lease_until", "import_id", "stale_owner");

  /** What the firm earns: a secret of the firm, nothing that is known of the person. */
  static final List<String> OWN =
      List.of("margin", "margin_percent", "margin_after", "floor_percent");

  static final List<Line> LINES =
      Sql.of(DataMap.class, "tables.tsv")
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(Line::of)
          .toList();

  private DataMap() {}

  /**
   * One table.
   *
   * @param reach which rows {@code t} are of the customers {@code :ids}; a dash: none is told
   * @param kept the codes of its {@link Retention}, or why there is none
   * @param more behind a dash the reason, else an expression that is told besides
   */
  record Line(String table, String reach, String kept, String more) {

    private static Line of(String line) {
      var cells = line.split("\t", -1);
      return new Line(cells[0], cells[1], cells[2], cells.length > 3 ? cells[3] : "");
    }

    boolean told() {
      return !reach.equals("-");
    }

    String sql() {
      return """
          select coalesce(jsonb_agg(q.told order by q.told), '[]')::text
          from (select jsonb_strip_nulls(to_jsonb(t) %s) - :technical::text[] - :own::text[] as told from %s t where %s) q
          """
          .formatted(more.isEmpty() ? "" : "|| " + more, table, reach);
    }
  }
}
