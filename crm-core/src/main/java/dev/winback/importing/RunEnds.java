package dev.winback.importing;

import dev.winback.customer.ContactGaps;
import dev.winback.shared.Tally;
import dev.winback.signal.Profiles;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.ObjectMapper;

/** How runs end, or wait for a person; only for whom they still belong to. */
@Component
class RunEnds {

  private final JdbcClient jdbc;
  private final ObjectMapper json;
  private final Node node;
  private final ApplicationEventPublisher events;
  private final ContactGaps gaps;
  private final Profiles profiles;

  RunEnds(
      JdbcClient jdbc,
      ObjectMapper json,
      Node node,
      ApplicationEventPublisher events,
      ContactGaps gaps,
      Profiles profiles) {
    this.jdbc = jdbc;
    this.json = json;
    this.node = node;
    this.events = events;
    this.gaps = gaps;
    this.profiles = profiles;
  }

  /** A person has to explain the columns before it goes on. */
  void waiting(long id, String code, List<?> figures) {
    end(
        id,
        """
        state = 'waiting', phase = 'receiving', failure = :code, failure_figures = :figures::jsonb
        """,
        "code",
        code,
        "figures",
        Zeros.json(json, figures));
  }

  /** What was read in vain, once all of it was read. */
  void warned(long id, ImportFile file, RefusedOwners owners) {
    var unread = file.header().unread(file.format());
    jdbc.sql(
            """
            update import_run set unread = :unread::jsonb, owners_refused = :owners, owner_line = :line
             where id = :id and state = 'running' and node = :node
            """)
        .param("unread", Zeros.json(json, unread))
        .param("owners", owners.rows())
        .param("line", owners.line())
        .param("id", id)
        .param("node", node.name())
        .update();
  }

  /** Every row that is neither stored nor rejected was there already. */
  @Transactional
  void done(long id) {
    end(
        id,
        """
        state = 'done', finished_at = clock_timestamp(), bytes_read = bytes_total,
        same = rows - rejected - created - changed
        """);
    loaded(written(id));
  }

  private void loaded(long written) {
    gaps.loaded(written);
    profiles.loaded(written);
  }

  private long written(long id) {
    return jdbc.sql("select created + changed + taken from import_run where id = :id")
        .param("id", id)
        .query(Long.class)
        .single();
  }

  @Transactional
  void dryDone(long id, Tally expected) {
    end(
        id,
        """
        state = 'done', finished_at = clock_timestamp(), bytes_read = bytes_total,
        created = :created, changed = :changed, same = rows - rejected - :created - :changed
        """,
        "created",
        expected.created(),
        "changed",
        expected.changed());
  }

  @Transactional
  void cancelled(long id) {
    end(id, "state = 'cancelled', finished_at = clock_timestamp()");
  }

  @Transactional
  void takenBack(long id) {
    end(id, "state = 'taken-back', taken_back_at = clock_timestamp()");
    loaded(written(id));
  }

  /** Nothing of a file that cannot be read counts as rejected or stored: the file is at fault. */
  @Transactional
  void failed(long id, String code, List<?> figures) {
    end(
        id,
        """
        state = 'failed', finished_at = clock_timestamp(), failure = :code,
        failure_figures = :figures::jsonb
        """,
        "code",
        code,
        "figures",
        Zeros.json(json, figures));
  }

  private void end(long id, String set, Object... figures) {
    var update =
        jdbc.sql(
            "update import_run set %s where id = :id and state = 'running' and node = :node"
                .formatted(set));
    for (int i = 0; i < figures.length; i += 2) {
      update = update.param((String) figures[i], figures[i + 1]);
    }
    if (update.param("id", id).param("node", node.name()).update() > 0) {
      events.publishEvent(new ImportDone(id));
    }
  }
}
