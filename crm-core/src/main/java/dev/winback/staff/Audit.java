package dev.winback.staff;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.ObjectMapper;

/**
 * One row for each decision, written in the transaction of the act itself, so that neither exists
 * without the other.
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
    jdbc.sql(
            """
            insert into audit (member_id, api_key_id, action, subject, subject_id, detail)
            values (:member, :key, :action, :subject, :id, :detail::jsonb)
            """)
        .param("member", actor == null ? null : actor.member())
        .param("key", actor == null || actor.key() == null ? null : actor.key().id())
        .param("action", action)
        .param("subject", subject)
        .param("id", subjectId)
        .param("detail", json.writeValueAsString(detail))
        .update();
  }

  /** Drops the reasons that were written down about these records: a person in them is erased. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void forgetReasons(String subject, Collection<Long> ids) {
    jdbc.sql(
            """
            update audit set detail = detail - 'reason'
             where subject = :subject and subject_id = any(:ids::bigint[])
            """)
        .param("subject", subject)
        .param("ids", ids.toArray(Long[]::new))
        .update();
  }
}
