package dev.winback.importing;

import dev.winback.shared.Cursor;
import dev.winback.shared.Paged;
import dev.winback.shared.Sentence;
import dev.winback.shared.Settings;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** The runs as they are read. */
@Component
class RunRows {

  private static final String RUNS = Sql.of(RunRows.class, "runs.sql");

  private final JdbcClient jdbc;
  private final ObjectMapper json;
  private final Uploads uploads;
  private final Settings settings;

  RunRows(JdbcClient jdbc, ObjectMapper json, Uploads uploads, Settings settings) {
    this.jdbc = jdbc;
    this.json = json;
    this.uploads = uploads;
    this.settings = settings;
  }

  Optional<ImportRun> find(long id) {
    return some(List.of(id)).stream().findAny();
  }

  boolean loadedBy(long id, Actor actor) {
    return jdbc.sql("select exists (select from import_run where id = :id and member_id = :member)")
        .param("id", id)
        .param("member", actor.member())
        .query(Boolean.class)
        .single();
  }

  List<ImportRun> some(Collection<Long> ids) {
    return query(ids.toArray(Long[]::new), RunFilter.NONE, null, ids.size());
  }

  Paged<ImportRun> page(RunFilter filter, @Nullable Cursor after, int limit) {
    var rows = query(null, filter, after == null ? null : after.number(0), limit + 1);
    return Paged.of(rows, limit, run -> Cursor.encode(run.id()));
  }

  private List<ImportRun> query(
      Long @Nullable [] ids, RunFilter filter, @Nullable Long before, int limit) {
    return jdbc.sql(RUNS)
        .param("ids", ids)
        .param("type", filter.type())
        .param("state", filter.state())
        .param("login", filter.member())
        .param("firm", settings.currency().getCurrencyCode())
        .param("before", before)
        .param("limit", limit)
        .query((row, n) -> run(row))
        .list();
  }

  private ImportRun run(ResultSet row) throws SQLException {
    var type = row.getString("type");
    var failure = row.getString("failure");
    return new ImportRun(
        row.getLong("id"),
        type == null ? null : ImportType.valueOf(type.toUpperCase(Locale.ROOT)),
        row.getString("file_name"),
        row.getBoolean("dry_run"),
        ImportRun.State.of(row.getString("state")),
        progress(row),
        Recognised.of(row.getString("format")),
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
        row.getString("currency"),
        row.getBigDecimal("money_total"),
        row.getString("member"),
        row.getString("shop"),
        row.getTimestamp("started_at").toInstant(),
        moment(row, "finished_at"),
        row.getDouble("seconds"),
        row.getBoolean("file_kept") && uploads.has(row.getLong("id")),
        undone(row));
  }

  /** While it reads, bytes are counted, later slices or customers. */
  private static ImportRun.Progress progress(ResultSet row) throws SQLException {
    var phase = row.getString("phase");
    boolean reading = phase.equals("reading");
    return new ImportRun.Progress(
        phase,
        row.getDouble("phase_seconds"),
        row.getLong(reading ? "bytes_read" : "steps_done"),
        row.getLong(reading ? "bytes_total" : "steps"));
  }

  private static ImportRun.Undone undone(ResultSet row) throws SQLException {
    return new ImportRun.Undone(
        row.getString("cancelled_by_name"),
        row.getString("taken_back_by_name"),
        moment(row, "taken_back_at"),
        row.getLong("taken"),
        row.getLong("kept"));
  }

  private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
    var moment = row.getTimestamp(column);
    return moment == null ? null : moment.toInstant();
  }

  private List<Object> list(@Nullable String text) {
    return text == null ? List.of() : List.of(json.readValue(text, Object[].class));
  }
}
