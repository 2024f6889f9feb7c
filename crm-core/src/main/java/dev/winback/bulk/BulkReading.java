package dev.winback.bulk;

import dev.winback.shared.Cursor;
import dev.winback.shared.NotFound;
import dev.winback.shared.Paged;
import dev.winback.shared.Sql;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks at jobs and their rows. */
@Component
class BulkReading {

  private static final String JOBS = Sql.of(BulkReading.class, "jobs.sql");
  private static final String ROWS = Sql.of(BulkReading.class, "rows.sql");

  private final JdbcClient jdbc;

  BulkReading(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  BulkJob one(long id) {
    return jobs(id, Long.MAX_VALUE, 1).stream().findFirst().orElseThrow(() -> new NotFound("job"));
  }

  Paged<BulkJob> page(@Nullable String after, int limit) {
    long before = Cursor.number(after, Long.MAX_VALUE);
    return Paged.of(jobs(null, before, limit + 1), limit, job -> Cursor.encode(job.id()));
  }

  void each(Consumer<BulkJob> sink) {
    try (var jobs =
        asked(null, Long.MAX_VALUE, null).withFetchSize(500).query(BulkJob.class).stream()) {
      jobs.forEach(sink);
    }
  }

  private List<BulkJob> jobs(@Nullable Long id, long before, int limit) {
    return asked(id, before, limit).query(BulkJob.class).list();
  }

  private JdbcClient.StatementSpec asked(@Nullable Long id, long before, @Nullable Integer limit) {
    return jdbc.sql(JOBS).param("id", id).param("before", before).param("limit", limit);
  }

  Paged<BulkLine> lines(
      long job, BulkLine.@Nullable Outcome outcome, @Nullable String after, int limit) {
    var rows = rows(job, outcome, Cursor.number(after, 0), limit + 1).query(BulkLine::of).list();
    return Paged.of(rows, limit, row -> Cursor.encode(row.position()));
  }

  void each(long job, BulkLine.@Nullable Outcome outcome, Consumer<BulkLine> sink) {
    try (var lines = rows(job, outcome, 0, null).withFetchSize(500).query(BulkLine::of).stream()) {
      lines.forEach(sink);
    }
  }

  private JdbcClient.StatementSpec rows(
      long job, BulkLine.@Nullable Outcome outcome, long after, @Nullable Integer limit) {
    return jdbc.sql(ROWS)
        .param("job", job)
        .param("outcome", outcome == null ? null : outcome.word())
        .param("after", after)
        .param("limit", limit);
  }
}
