package dev.winback.importing;

import dev.winback.customer.CustomerErased;
import dev.winback.shared.Sql;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How long the files of runs stay on this node, so that they can be loaded again. */
@Component
class KeptFiles {

  private static final String UNKEPT = Sql.of(KeptFiles.class, "unkept.sql");
  private static final int DAYS = 30;
  private static final long BYTES = 10L << 30;

  private final JdbcClient jdbc;
  private final Uploads uploads;

  KeptFiles(JdbcClient jdbc, Uploads uploads) {
    this.jdbc = jdbc;
    this.uploads = uploads;
  }

  /** Each node removes what is in its own folder. */
  void clean() {
    clean(BYTES);
  }

  void clean(long bytes) {
    try {
      var here = uploads.kept();
      if (!here.isEmpty()) {
        for (long run : unkept(here, bytes)) {
          endWaiting(run);
          uploads.remove(run);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Long> unkept(List<Long> here, long bytes) {
    return jdbc.sql(UNKEPT)
        .param("here", here.toArray(Long[]::new))
        .param("days", DAYS)
        .param("bytes", bytes)
        .query(Long.class)
        .list();
  }

  /** Without its file nobody can explain its columns any more. */
  private void endWaiting(long run) {
    jdbc.sql(
            """
            update import_run
               set state = 'failed', failure = 'not-explained', failure_figures = '[]',
                   finished_at = clock_timestamp()
             where id = :id and state = 'waiting'
            """)
        .param("id", run)
        .update();
  }

  /**
   * Files of any run may hold the person; those that are being read are removed when they are over.
   */
  @EventListener
  void forget(CustomerErased erased) {
    jdbc.sql("update import_run set file_kept = false where file_kept").update();
  }
}
