package dev.winback.importing;

import dev.winback.shared.Sql;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Runs whose node was killed or stopped: the node that has the file goes on with them. */
@Component
class LostRuns {

  private static final String LOST = Sql.of(LostRuns.class, "lost.sql");
  private static final String TAKE_OVER = Sql.of(LostRuns.class, "take-over.sql");

  /** A node tells every ten seconds that it lives. */
  private static final int DEAD_SECONDS = 120;

  /** So long the node with the file may take to come back. */
  private static final int GONE_SECONDS = 600;

  /** A run that kills its node again and again is left alone. */
  private static final int MOST_DEATHS = 3;

  private final JdbcClient jdbc;
  private final RunEnds ends;
  private final Uploads uploads;
  private final Node node;

  LostRuns(JdbcClient jdbc, RunEnds ends, Uploads uploads, Node node) {
    this.jdbc = jdbc;
    this.ends = ends;
    this.uploads = uploads;
    this.node = node;
  }

  private record Lost(
      long id,
      @Nullable String node,
      Instant heard,
      int deaths,
      boolean received,
      boolean needsFile,
      long silent) {

    boolean workable(Uploads uploads) {
      return !needsFile || uploads.has(id);
    }
  }

  /** Those that this node goes on with from now on. */
  List<Long> takeOver() {
    return lost().stream().filter(this::dead).filter(this::takenOver).map(Lost::id).toList();
  }

  private List<Lost> lost() {
    return jdbc.sql(LOST)
        .param("node", node.name())
        .query(
            (row, n) ->
                new Lost(
                    row.getLong("id"),
                    row.getString("node"),
                    row.getTimestamp("heartbeat_at").toInstant(),
                    row.getInt("deaths"),
                    row.getBoolean("received"),
                    !row.getString("phase").equals("taking-back"),
                    row.getLong("silent")))
        .list();
  }

  private boolean dead(Lost run) {
    return run.node() == null || run.silent() >= DEAD_SECONDS || node.gone(run.node(), run.heard());
  }

  private boolean takenOver(Lost run) {
    if (!run.received()) {
      return mine(run) && failed(run, "not-received");
    }
    if (!run.workable(uploads)) {
      return run.silent() >= GONE_SECONDS && mine(run) && failed(run, "died");
    }
    return mine(run)
        && (run.node() == null || run.deaths() < MOST_DEATHS || failed(run, "died-often"));
  }

  private boolean failed(Lost run, String code) {
    ends.failed(run.id(), code, List.of(run.deaths() + 1));
    return false;
  }

  private boolean mine(Lost run) {
    return jdbc.sql(TAKE_OVER)
            .param("id", run.id())
            .param("node", node.name())
            .param("was", run.node())
            .param("heard", java.sql.Timestamp.from(run.heard()))
            .update()
        == 1;
  }
}
