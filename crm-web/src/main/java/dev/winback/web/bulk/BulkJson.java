package dev.winback.web.bulk;

import dev.winback.bulk.BulkJob;
import dev.winback.web.layout.Wording;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A job as scripts and the page's stream of events see it. */
record BulkJson(
    String id,
    String action,
    @Nullable String query,
    String state,
    String phase,
    int percent,
    String text,
    int rows,
    int done,
    int refused,
    int left,
    int undone,
    int kept,
    Instant startedAt,
    @Nullable Instant finishedAt) {

  static BulkJson of(BulkJob job, Wording wording) {
    return new BulkJson(
        Long.toString(job.id()),
        job.action().code(),
        job.query(),
        job.state().word(),
        job.state().word(),
        job.percent(),
        wording.of("bulk.at." + job.state().word(), job.percent()),
        job.rows(),
        job.done(),
        job.refused(),
        job.left(),
        job.undone(),
        job.kept(),
        job.startedAt(),
        job.finishedAt());
  }
}
