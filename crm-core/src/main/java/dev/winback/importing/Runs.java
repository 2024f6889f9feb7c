package dev.winback.importing;

import dev.winback.shared.Cursor;
import dev.winback.shared.Paged;
import dev.winback.shared.Sentence;
import dev.winback.shared.Sql;
import dev.winback.shared.Tally;
import dev.winback.staff.Actor;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** The rows of imports. */
@Component
class Runs {

  private static final String RUNS = Sql.of(Runs.class, "runs.sql");
  private static final String MARK_DEAD = Sql.of(Runs.class, "mark-dead.sql");

  private final JdbcClient jdbc;
  private final ObjectMapper json;

  Runs(JdbcClient jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  long add(String fileName, boolean dryRun, String node, Actor actor) {
    return jdbc.sql(
            """
            insert into import_run (file_name, dry_run, state, node, member_id)
            values (:name, :dry, 'running', :node, :member) returning id
            """)
        .param("name", fileName)
        .param("dry", dryRun)
        .param("node", node)
        .param("member", actor.member())
        .query(Long.class)
        .single();
  }

  void received(long id, long bytes) {
    jdbc.sql("update import_run set bytes_total = :bytes where id = :id")
        .param("bytes", bytes)
        .param("id", id)
        .update();
  }

  void recognised(long id, ImportFile file) {
    jdbc.sql(
            """
            update import_run
               set type = :type, format = :format, header = :header::jsonb, separator = :separator
             where id = :id
            """)
        .param("separator", String.valueOf(file.source().separator()))
        .param("type", file.format().type().word())
        .param("format", file.recognised())
        .param("header", json.writeValueAsString(file.header().asWritten()).replace("\\u0000", ""))
        .param("id", id)
        .update();
  }

  void progress(long id, long rows, long rejected, long bytesRead) {
    jdbc.sql(
            """
            update import_run
               set rows = :rows, rejected = :rejected, bytes_read = :bytes, heartbeat_at = clock_timestamp()
             where id = :id
            """)
        .param("rows", rows)
        .param("rejected", rejected)
        .param("bytes", bytesRead)
        .param("id", id)
        .update();
  }

  void counted(long id, Tally tally, long same) {
    jdbc.sql(
            """
            update import_run set created = :created, changed = :changed, same = :same where id = :id
            """)
        .param("created", tally.created())
        .param("changed", tally.changed())
        .param("same", same)
        .param("id", id)
        .update();
  }

  /** The total is told in one currency only: the file's one, else the firm's. */
  void done(long id, Map<String, BigDecimal> money, String firmCurrency) {
    var currency = money.size() == 1 ? money.keySet().iterator().next() : firmCurrency;
    jdbc.sql(
            """
            update import_run
               set state = 'done', finished_at = clock_timestamp(), bytes_read = bytes_total,
                   currency = case when :total::numeric is not null then :currency end, money_total = :total
             where id = :id and state = 'running'
            """)
        .param("currency", currency)
        .param("total", money.get(currency))
        .param("id", id)
        .update();
  }

  /** Nothing of a failed file counts as rejected or stored: it is the file that is at fault. */
  void failed(long id, String code, List<?> figures) {
    jdbc.sql(
            """
            update import_run
               set state = 'failed', finished_at = clock_timestamp(), failure = :code,
                   failure_figures = :figures::jsonb
             where id = :id and state = 'running'
            """)
        .param("code", code)
        .param("figures", json.writeValueAsString(figures))
        .param("id", id)
        .update();
  }

  void beat(Collection<Long> ids) {
    jdbc.sql("update import_run set heartbeat_at = clock_timestamp() where id = any (:ids)")
        .param("ids", ids.toArray(Long[]::new))
        .update();
  }

  /** Runs of nodes that are gone are marked failed; their keys. */
  List<Long> markDead() {
    return jdbc.sql(MARK_DEAD).query(Long.class).list();
  }

  Optional<ImportRun> find(long id) {
    return jdbc.sql(RUNS)
        .param("id", id)
        .param("before", null)
        .param("limit", 1)
        .query((row, n) -> run(row))
        .optional();
  }

  Paged<ImportRun> page(@Nullable Cursor after, int limit) {
    var rows =
        jdbc.sql(RUNS)
            .param("id", null)
            .param("before", after == null ? null : after.number(0))
            .param("limit", limit + 1)
            .query((row, n) -> run(row))
            .list();
    return Paged.of(rows, limit, run -> Cursor.encode(run.id()));
  }

  private ImportRun run(ResultSet row) throws SQLException {
    var type = row.getString("type");
    var failure = row.getString("failure");
    var finished = row.getTimestamp("finished_at");
    return new ImportRun(
        row.getLong("id"),
        type == null ? null : ImportType.valueOf(type.toUpperCase(Locale.ROOT)),
        row.getString("file_name"),
        row.getBoolean("dry_run"),
        ImportRun.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getString("format"),
        failure == null
            ? null
            : new Sentence("importing.failed." + failure, list(row.getString("failure_figures"))),
        list(row.getString("header")).stream().map(String::valueOf).toList(),
        row.getLong("rows"),
        row.getLong("created"),
        row.getLong("changed"),
        row.getLong("same"),
        row.getLong("rejected"),
        row.getLong("bytes_total"),
        row.getLong("bytes_read"),
        row.getString("currency"),
        row.getBigDecimal("money_total"),
        row.getString("member"),
        row.getTimestamp("started_at").toInstant(),
        finished == null ? null : finished.toInstant(),
        row.getDouble("seconds"),
        false);
  }

  private List<Object> list(@Nullable String text) {
    return text == null ? List.of() : List.of(json.readValue(text, Object[].class));
  }
}
