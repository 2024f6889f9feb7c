package dev.winback.staff;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.ObjectMapper;

/**
 * One row for each decision, written in the transaction of the act itself, so that neither exists
 * without the other. It names records by their keys; what somebody wrote in his own words stands
 * with the act, where it can be erased.
 */
@Service
public class Audit {

  private final JdbcClient jdbc;
  private final ObjectMapper json;

  Audit(JdbcClient jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** Notes an act; the actor is null when the program acted by itself. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void note(
      @Nullable Actor actor, String action, String subject, long subjectId, Object detail) {
    insert(actor, action, subject, subjectId, detail);
  }

  /**
   * Notes what is no part of another transaction: a sign-in, a denial, a look, a file. The key of
   * the entry comes back.
   */
  @Transactional
  public long happened(
      @Nullable Actor actor, String action, String subject, long subjectId, Object detail) {
    return insert(actor, action, subject, subjectId, detail);
  }

  /** Who did something, and when. */
  public record LastAct(long member, String name, Instant at) {}

  /** The last of these acts upon it; empty where the program did it by itself. */
  @Transactional(readOnly = true)
  public Optional<LastAct> last(String subject, long subjectId, Collection<String> actions) {
    return jdbc.sql(
            """
            select m.id as member, m.name, a.created_at
              from (select member_id, created_at from audit
                     where subject = :subject and subject_id = :id and action = any (:actions)
                     order by id desc
                     limit 1) a
              join member m on m.id = a.member_id
            """)
        .param("subject", subject)
        .param("id", subjectId)
        .param("actions", actions.toArray(String[]::new))
        .query(
            (row, n) ->
                new LastAct(
                    row.getLong("member"),
                    row.getString("name"),
                    row.getObject("created_at", OffsetDateTime.class).toInstant()))
        .optional();
  }

  private long insert(
      @Nullable Actor actor, String action, String subject, long subjectId, Object detail) {
    return jdbc.sql(
            """
            insert into audit (member_id, api_key_id, kind, action, subject, subject_id, detail)
            values (:member, :key, :kind, :action, :subject, :id, :detail::jsonb - 'reason')
            returning id
            """)
        .param("member", actor == null ? null : actor.member())
        .param("key", actor == null || actor.key() == null ? null : actor.key().id())
        .param("kind", AuditKind.of(action, subject).name())
        .param("action", action)
        .param("subject", subject)
        .param("id", subjectId)
        .param("detail", json.writeValueAsString(detail))
        .query(Long.class)
        .single();
  }
}
