package dev.winback.bulk;

import dev.winback.shared.Sentence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One loss of a job, what became of it, and why not. */
public record BulkLine(
    int position, long lapse, String ref, String name, Outcome outcome, @Nullable Sentence why) {

  /** What became of one loss. */
  public enum Outcome {
    WAITING,
    DONE,
    REFUSED,
    LEFT,
    UNDONE,
    KEPT;

    /** As it is called outside. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  static BulkLine of(java.sql.ResultSet row, int n) throws java.sql.SQLException {
    var why = row.getString("why");
    var figures = row.getArray("figures");
    return new BulkLine(
        row.getInt("position"),
        row.getLong("lapse_id"),
        row.getString("ref"),
        row.getString("display_name"),
        Outcome.valueOf(row.getString("outcome").toUpperCase(java.util.Locale.ROOT)),
        why == null
            ? null
            : new Sentence(
                why, figures == null ? List.of() : List.of((Object[]) figures.getArray())));
  }
}
