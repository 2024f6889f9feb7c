package dev.winback.importing;

import dev.winback.shared.Tally;
import dev.winback.staff.Actor;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/**
 * How far runs are. Whoever works on one says with each write that it is still his, so that a node
 * that was thought dead cannot write into what another one has taken over.
 */
@Component
class Runs {

  private final JdbcClient jdbc;
  private final ObjectMapper json;
  private final Node node;

  Runs(JdbcClient jdbc, ObjectMapper json, Node node) {
    this.jdbc = jdbc;
    this.json = json;
    this.node = node;
  }

  long add(String fileName, Asked asked, Actor actor) {
    return jdbc.sql(
            """
            insert into import_run (file_name, wanted, mapping, shop, encoding, dry_run, state, node, member_id)
            values (:name, :wanted, :mapping::jsonb, :shop, :encoding, :dry, 'running', :node, :member) returning id
            """)
        .param("name", fileName)
        .param("wanted", asked.word())
        .param("mapping", asked.mapping())
        .param("shop", asked.shop())
        .param("encoding", asked.encoding())
        .param("dry", asked.dryRun())
        .param("node", node.name())
        .param("member", actor.member())
        .query(Long.class)
        .single();
  }

  RunOrder order(long id) {
    return jdbc.sql(
            """
            select wanted, mapping::text, shop, encoding, dry_run, phase = 'taking-back' as going_back
            from import_run where id = :id
            """)
        .param("id", id)
        .query(RunOrder.class)
        .single();
  }

  /** False when it no longer waits. The minutes in which a person looked are none of the run. */
  boolean explained(long id, String mapping) {
    return jdbc.sql(
                """
                update import_run
                   set state = 'running', node = :node, mapping = :mapping::jsonb, failure = null,
                       failure_figures = '[]', heartbeat_at = clock_timestamp(),
                       started_at = clock_timestamp()
                 where id = :id and state = 'waiting'
                """)
            .param("id", id)
            .param("node", node.name())
            .param("mapping", mapping)
            .update()
        == 1;
  }

  void received(long id, long bytes) {
    owned(id, "bytes_total = :bytes", "bytes", bytes);
  }

  /**
   * From the first line, also after a node died over it: what is stored stays and is found again.
   */
  void reading(long id) {
    owned(id, "rows = 0, rejected = 0, bytes_read = 0, steps = 0, steps_done = 0");
    phase(id, "reading");
    jdbc.sql("delete from import_error where import_id = :id").param("id", id).update();
  }

  void phase(long id, String phase) {
    owned(id, "phase = :phase, phase_at = clock_timestamp()", "phase", phase);
  }

  void recognised(long id, ImportFile file) {
    owned(
        id,
        "type = :type, format = :format, header = :header::jsonb, separator = :separator,"
            + " understood = :understood::jsonb",
        "type",
        file.format().type().word(),
        "format",
        file.recognised().text().replace("\u0000", ""),
        "header",
        file.header().json(json),
        "separator",
        String.valueOf(file.source().separator()),
        "understood",
        Zeros.json(json, file.format().mapping()));
  }

  void progress(long id, long rows, long rejected, long bytesRead) {
    owned(
        id,
        "rows = :rows, rejected = :rejected, bytes_read = :bytes",
        "rows",
        rows,
        "rejected",
        rejected,
        "bytes",
        bytesRead);
  }

  /** So many slices are to be stored. */
  void storing(long id, long slices) {
    owned(id, "steps = :slices, steps_done = 0", "slices", slices);
    phase(id, "storing");
  }

  boolean storing(long id) {
    return jdbc.sql("select phase = 'storing' from import_run where id = :id")
        .param("id", id)
        .query(Boolean.class)
        .single();
  }

  long stepsDone(long id) {
    return jdbc.sql("select steps_done from import_run where id = :id")
        .param("id", id)
        .query(Long.class)
        .single();
  }

  /** In the transaction of what is counted: a killed node has both or neither. */
  void stored(long id, Tally tally) {
    owned(
        id,
        "steps_done = steps_done + 1, created = created + :created, changed = changed + :changed",
        "created",
        tally.created(),
        "changed",
        tally.changed());
  }

  /** As {@link #stored}, for rows that went until the customer with this key. */
  void taken(long id, long rows, long kept, long until) {
    owned(
        id,
        "steps_done = :until, taken = taken + :rows, kept = kept + :kept",
        "until",
        until,
        "rows",
        rows,
        "kept",
        kept);
  }

  /** Stops who has lost the run, and who was told to stop. */
  private void owned(long id, String set, Object... figures) {
    var update =
        jdbc.sql(
            """
            update import_run set %s, heartbeat_at = clock_timestamp()
            where id = :id and state = 'running' and node = :node
            returning cancel_at is not null
            """
                .formatted(set));
    for (int i = 0; i < figures.length; i += 2) {
      update = update.param((String) figures[i], figures[i + 1]);
    }
    var told = update.param("id", id).param("node", node.name()).query(Boolean.class).optional();
    if (told.orElseThrow(Superseded::new)) {
      throw new Cancelled();
    }
  }

  void beat(Collection<Long> ids) {
    mine(ids, "heartbeat_at = clock_timestamp()");
  }

  /** A node that is stopped in good order leaves its runs to whoever has their files. */
  void release(Collection<Long> ids) {
    mine(ids, "node = null");
  }

  private void mine(Collection<Long> ids, String set) {
    jdbc.sql(
            "update import_run set %s where id = any (:ids) and state = 'running' and node = :node"
                .formatted(set))
        .param("ids", ids.toArray(Long[]::new))
        .param("node", node.name())
        .update();
  }
}
